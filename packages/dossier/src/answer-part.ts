import { ok, type ConsultStep, type Result } from "@motcua/procedure";
import { completeStep } from "./complete-step.ts";
import type { OpenedTask } from "./event.ts";
import type { Unfolding } from "./unfolding.ts";
import { isBlank } from "./is-blank.ts";

/** What one of those consulted said, or that they kept silent where silence is no consent. */
export type PartAnswer = "agreed" | "objected" | "silent";

/** Records one answer of a consultation; the last one needed completes the step. */
export function answerPart(story: Unfolding, task: OpenedTask, given: { readonly answer: PartAnswer; readonly note?: string | undefined }): Result<Unfolding> {
  const step = story.procedure.workflow.steps[task.step] as ConsultStep;
  const late = story.isPast(task.due);
  const { answer, note } = given;
  const noteHash = isBlank(note) ? {} : { noteHash: story.note(note) };
  story.add({ type: "task-done", task: task.id, step: task.step, outcome: answer, late, ...noteHash });
  const open = Object.values(story.state.tasks).filter(({ wait }) => wait === task.wait);
  if (step.join === "all" && open.length > 0) return ok(story);
  for (const other of open) story.add({ type: "task-cancelled", task: other.id, why: "joined" });
  const done = completeStep(story, { step: task.step, wait: task.wait, outcome: joined(story, task.step, step) });
  return done.ok ? ok(story) : done;
}

/** One objection objects; silence that is no consent counts where the workflow has a way for it. */
function joined(story: Unfolding, id: string, step: ConsultStep): string {
  const answers = Object.entries(story.state.answered).filter(([key]) => key.startsWith(`${id}/`)).map(([, answer]) => answer);
  if (answers.includes("objected")) return "objected";
  return answers.includes("silent") && step.next["silent"] !== undefined ? "silent" : "answered";
}
