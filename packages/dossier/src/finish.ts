import { EXTENSION_STEP } from "./extension.ts";
import { issueUnsigned } from "./issue-results.ts";
import type { Unfolding } from "./unfolding.ts";

/** The result is there: the legal clock stops, and a request for more time is void. */
export function finish(story: Unfolding): void {
  if (story.state.finishedAt !== undefined) return;
  issueUnsigned(story);
  story.add({ type: "finished" });
  for (const task of Object.values(story.state.tasks)) {
    if (task.step === EXTENSION_STEP) story.add({ type: "task-cancelled", task: task.id, why: "finished" });
  }
}
