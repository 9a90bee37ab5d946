import { neededOf, ok, type ConsultStep, type Result } from "@motcua/procedure";
import { completeStep } from "./complete-step.ts";
import type { OpenedTask } from "./event.ts";
import type { Unfolding } from "./unfolding.ts";
import { isBlank } from "./is-blank.ts";

/** What one of those consulted said, or that they kept silent where silence is no consent. */
export type PartAnswer = "agreed" | "objected" | "silent";

/** Records one answer of a consultation; the last one needed completes the step. */
export function answerPart(story: Unfolding, task: OpenedTask, given: { readonly answer: PartAnswer; readonly note?: string | undefined }): Result<Unfolding> {
  const step = story.procedure.workflow.steps[task.step] as ConsultStep;
  const late = story.lateness(task);
  const { answer, note } = given;
  const noteHash = isBlank(note) ? {} : { noteHash: story.note(note) };
  story.add({ type: "task-done", task: task.id, step: task.step, outcome: answer, ...late, ...noteHash });
  const open = Object.values(story.state.tasks).filter(({ wait }) => wait === task.wait);
  const outcome = joined(story, step, { id: task.step, open: open.length });
  if (outcome === undefined) return ok(story);
  for (const other of open) story.add({ type: "task-cancelled", task: other.id, why: "joined" });
  const done = completeStep(story, { step: task.step, wait: task.wait, outcome });
  return done.ok ? ok(story) : done;
}

/** The outcome of a consultation, `undefined` while it is open. */
function joined({ state }: Unfolding, step: ConsultStep, { id, open }: { readonly id: string; readonly open: number }): string | undefined {
  const answers = Object.entries(state.answered).filter(([key]) => key.startsWith(`${id}/`)).map(([, answer]) => answer);
  const agreed = answers.filter((answer) => answer === "agreed").length;
  const { join } = step;
  if (join === "settled") return open > 0 ? undefined : agreed === answers.length ? "all" : agreed === 0 ? "none" : "some";
  if (typeof join === "object") {
    const need = neededOf(join, answers.length + open);
    return agreed >= need ? "answered" : agreed + open < need ? lost(answers, step) : undefined;
  }
  if (join === "all" && open > 0) return undefined;
  return answers.includes("objected") ? "objected" : lost(answers, step, "answered");
}

/** Silence that is no consent counts where the workflow has a way for it. */
function lost(answers: readonly string[], { next }: ConsultStep, otherwise = "objected"): string {
  return answers.includes("silent") && !answers.includes("objected") && next["silent"] !== undefined ? "silent" : otherwise;
}
