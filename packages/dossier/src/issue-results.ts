import { addDays, addMonths, dueDate, localDate } from "@motcua/calendar";
import type { DurationText, ResultDefinition } from "@motcua/procedure";
import { durationOf } from "./deadlines.ts";
import { issuedResult } from "./issued-results.ts";
import type { Unfolding } from "./unfolding.ts";
import type { UnitHolder } from "./unit-holder.ts";

/** Who is to be told of a result: one of the parties, or the unit behind one of the procedure's `units`. Names no person. */
export type Notified = { readonly party: string } | (UnitHolder & { readonly named: string });

/**
 * A result was signed or sealed: with the last of the two that its workflow does, it is issued. Until when it is valid and
 * who is to be told is recorded then, where the definition says either.
 */
export function issueResult(story: Unfolding, id: string, by: "sign" | "seal"): void {
  const steps = Object.values(story.procedure.workflow.steps);
  if (by === "sign" && steps.some((step) => step.kind === "seal" && step.result === id)) return;
  const result = story.procedure.results.find((each) => each.id === id);
  if (result !== undefined) record(story, result);
}

/** The dossier has its result: what no step signs or seals is issued by that. */
export function issueUnsigned(story: Unfolding): void {
  const made = new Set(Object.values(story.procedure.workflow.steps).flatMap((step) => (step.kind === "sign" || step.kind === "seal" ? (step.result ?? []) : [])));
  for (const result of story.procedure.results) {
    if (!made.has(result.id) && issuedResult(story.context.module, result.id, story.facts()).issued) record(story, result);
  }
}

function record(story: Unfolding, { id, validity, notify = [] }: ResultDefinition): void {
  if (validity === undefined && notify.length === 0) return;
  const told = notify.map((name): Notified => (story.procedure.units?.[name] === undefined ? { party: name } : { named: name, ...story.reach().unitNamed(name) }));
  story.add({
    type: "result-issued", result: id,
    ...(validity === undefined ? {} : { validUntil: lastDay(story, validity) }),
    ...(told.length === 0 ? {} : { notify: told }),
  });
}

/** The last day a result is valid: civil months and days, which no holiday moves. */
function lastDay({ at, context: { calendar } }: Unfolding, validity: DurationText): string {
  const limit = durationOf(validity);
  if (limit.unit === "mo") return addMonths(localDate(at), limit.value);
  return limit.unit === "d" ? addDays(localDate(at), limit.value) : localDate(dueDate({ start: at, limit, calendar }).due);
}
