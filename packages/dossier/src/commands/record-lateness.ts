import { ok, refused, type Result } from "@motcua/procedure";
import { refusal } from "../problems.ts";
import type { Unfolding } from "../unfolding.ts";

/** The sweep: a dossier is soon late or late. The mark itself is set before any command; where there was none to set, nothing happened. */
export function recordLateness(story: Unfolding): Result<Unfolding> {
  if (story.actor.kind !== "system") return refused(refusal("not-your-task", "/act"));
  return story.eventCount > 0 ? ok(story) : refused(refusal("not-due-yet", "/act"));
}
