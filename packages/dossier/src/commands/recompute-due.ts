import { dueDate, localDate, workingDaysBetween, type WorkCalendar } from "@motcua/calendar";
import { ok, refused, type Problem, type Result } from "@motcua/procedure";
import type { Command } from "../command.ts";
import { refusal } from "../problems.ts";
import { runningDue } from "../running-due.ts";
import type { Unfolding } from "../unfolding.ts";
import { isBlank } from "../is-blank.ts";

type RecomputeDue = Extract<Command, { type: "recompute-due" }>;

/** What a due date has to look like: local time, to the minute or the second. */
const LOCAL_INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?\+07:00$/;

/** A calendar was changed and somebody who answers for it has decided: the valid date moves, the first one stays. */
export function recomputeDue(story: Unfolding, { due: after, decision }: RecomputeDue): Result<Unfolding> {
  if (!mayDecide(story)) return refused(refusal("not-your-task", "/act"));
  const { acceptedAt, due: before } = story.state;
  // Before acceptance no date is printed yet; a pause that ends counts on the new calendar by itself.
  if (acceptedAt === undefined || before === undefined || runningDue(story.state) === undefined) return refused(refusal("redate-clock-stopped", "/act"));
  const problems = problemsOf(before, { after, decision, at: story.at });
  if (problems.length > 0) return { ok: false, problems };
  const provisional = crossesProvisional(acceptedAt, after, story.context.calendar);
  story.add({ type: "redated", due: { before, after, provisional }, decisionHash: story.note(decision) });
  return ok(story);
}

/** Whoever signs for the competent unit, or the system, which carries out a decision it names. */
function mayDecide({ actor, state, procedure }: Unfolding): boolean {
  if (actor.kind === "system") return true;
  const signs = Object.values(procedure.workflow.steps).some((step) => step.kind === "sign" && step.role === actor.role);
  return actor.kind === "officer" && actor.unit === state.competentUnit && signs;
}

function problemsOf(before: string, { after, decision, at }: { readonly after: string; readonly decision: string; readonly at: string }): readonly Problem[] {
  const isTime = LOCAL_INSTANT.test(after) && !Number.isNaN(Date.parse(after)) && localDate(after) === after.slice(0, 10);
  return [
    ...(isBlank(decision) ? [refusal("decision-missing", "/decision")] : []),
    ...(!isTime || Date.parse(after) <= Date.parse(at) ? [refusal("redate-date", "/due")] : []),
    ...(isTime && Date.parse(after) === Date.parse(before) ? [refusal("redate-same", "/due")] : []),
  ];
}

/** Whether a day between acceptance and a date is not officially announced yet. */
function crossesProvisional(acceptedAt: string, after: string, calendar: WorkCalendar): boolean {
  const days = Math.max(0, workingDaysBetween(acceptedAt, after, calendar));
  return dueDate({ start: acceptedAt, limit: { value: days, unit: "wd" }, calendar }).provisional;
}
