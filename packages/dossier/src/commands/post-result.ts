import { ok, refused, type Problem, type Result } from "@motcua/procedure";
import type { Command } from "../command.ts";
import { refusal } from "../problems.ts";
import type { Unfolding } from "../unfolding.ts";
import { taskOf } from "./task-of.ts";
import { isBlank } from "../is-blank.ts";

/** The result was handed to the post with its tracking number. It is returned when the post says to whom it was delivered. */
export function postResult(story: Unfolding, { task, tracking }: Extract<Command, { type: "post-result" }>): Result<Unfolding> {
  const open = taskOf(story, task);
  if (!open.ok) return open;
  if (story.procedure.workflow.steps[open.value.step]?.kind !== "return") return refused(refusal("delivery-not-here", "/task"));
  const problems: Problem[] = [
    ...(story.state.delivery?.state === "ready" ? [] : [refusal("already-posted", "/act")]),
    ...(isBlank(tracking) ? [refusal("tracking-missing", "/tracking")] : []),
  ];
  if (problems.length > 0) return { ok: false, problems };
  story.add({ type: "result-posted", tracking: tracking.trim() });
  return ok(story);
}
