import { ok, refused, type Problem, type Result, type StepKind } from "@motcua/procedure";
import type { Command } from "../command.ts";
import { dueAfter } from "../deadlines.ts";
import { cancelTasks, endGeneration } from "../end-dossier.ts";
import { declaredId } from "../document-entries.ts";
import { pause } from "../hold-clock.ts";
import { projectStatus } from "../national-status.ts";
import { isKnown } from "../needs.ts";
import { refusal } from "../problems.ts";
import { supplementTask } from "../supplement-task.ts";
import type { Unfolding } from "../unfolding.ts";
import { taskOf } from "./task-of.ts";
import { isBlank } from "../is-blank.ts";

type RequestSupplement = Extract<Command, { type: "request-supplement" }>;

/** Kinds of step at which what is missing comes to light. */
const KINDS: ReadonlySet<StepKind> = new Set(["intake", "task", "inspect", "attend"]);

/** Everything that is missing, at once (form 02): the clock stands still and the execution ends until it has come. */
export function requestSupplement(story: Unfolding, command: RequestSupplement): Result<Unfolding> {
  const open = taskOf(story, command.task);
  if (!open.ok) return open;
  const { step } = open.value;
  const kind = story.procedure.workflow.steps[step]?.kind;
  if (kind === undefined || !KINDS.has(kind) || open.value.assignee.kind === "applicant") return refused(refusal("supplement-not-here", "/task"));
  const problems = [...defectProblems(story, command), ...limitProblems(story, command)];
  if (problems.length > 0) return { ok: false, problems };
  const { clock } = story.procedure;
  const number = story.state.supplements.length + 1;
  const respondBy = dueAfter(story.at, clock.responseWindow, story.context.calendar);
  story.add({
    type: "supplement-requested", number, step,
    defects: command.defects.map(({ document }) => (document === undefined ? {} : { document })),
    textHash: story.note(noteOf(command)),
    overLimit: number > clock.supplementLimit.count,
    ...(respondBy === undefined ? {} : { respondBy }),
  });
  pause(story, "supplement");
  cancelTasks(story, "supplement");
  endGeneration(story, "supplement");
  if (respondBy !== undefined) story.add({ type: "task-opened", task: supplementTask({ seq: story.seq, at: story.at, respondBy }) });
  projectStatus(story);
  return ok(story);
}

/** The text of form 02: a line each, and why there is a request beyond the limit. */
function noteOf({ defects, overLimitReason }: RequestSupplement): string {
  const texts = [...defects.map(({ text }) => text), ...(overLimitReason === undefined ? [] : [overLimitReason])];
  return texts.map((text) => text.trim().replace(/\s*[\r\n]+\s*/g, " ")).join("\n");
}

function defectProblems(story: Unfolding, { defects }: RequestSupplement): readonly Problem[] {
  if (defects.length === 0) return [refusal("defects-missing", "/defects")];
  const lookedUp = new Set(story.procedure.documents.flatMap(({ id, lookup }) => (lookup?.else === "none" ? [id] : [])));
  return defects.flatMap(({ text, document }, index) => [
    ...(isBlank(text) ? [refusal("defects-missing", `/defects/${index}/text`)] : []),
    ...(document !== undefined && !isKnown(story.context.module, document) ? [refusal("document-unknown", `/defects/${index}/document`)] : []),
    // What the agency has to find itself it may not ask for, found or not.
    ...(document !== undefined && lookedUp.has(declaredId(document)) ? [refusal("document-looked-up", `/defects/${index}/document`)] : []),
  ]);
}

function limitProblems(story: Unfolding, { overLimitReason }: RequestSupplement): readonly Problem[] {
  const { count, hard } = story.procedure.clock.supplementLimit;
  if (story.state.supplements.length < count) return [];
  if (hard) return [refusal("supplement-limit", "/act")];
  return isBlank(overLimitReason) ? [refusal("supplement-reason-missing", "/overLimitReason")] : [];
}
