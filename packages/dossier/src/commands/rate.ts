import { ok, refused, type Result } from "@motcua/procedure";
import type { Command } from "../command.ts";
import { refusal } from "../problems.ts";
import type { Unfolding } from "../unfolding.ts";
import { isBlank } from "../is-blank.ts";

/** The applicant says how it was, once, after the result was handed over. Officers rate nothing in their name. */
export function rate(story: Unfolding, { score, comment }: Extract<Command, { type: "rate" }>): Result<Unfolding> {
  if (story.actor.kind !== "applicant") return refused(refusal("not-your-task", "/act"));
  if (story.state.phase !== "returned") return refused(refusal("not-returned-yet", "/act"));
  if (story.state.rating !== undefined) return refused(refusal("already-rated", "/act"));
  if (!Number.isInteger(score) || score < 1 || score > 5) return refused(refusal("rating-scale", "/score"));
  const hash = isBlank(comment) ? {} : { commentHash: story.note(comment) };
  story.add({ type: "rated", score, ...hash });
  return ok(story);
}
