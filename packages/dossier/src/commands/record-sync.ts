import { ok, refused, type Result } from "@motcua/procedure";
import type { Command } from "../command.ts";
import { refusal } from "../problems.ts";
import type { Unfolding } from "../unfolding.ts";

/** A change of status was sent to the national portal, or the portal has said that it has it. Changes are told by their number. */
export function recordSync(story: Unfolding, { change, state, sourceTime }: Extract<Command, { type: "record-sync" }>): Result<Unfolding> {
  if (story.actor.kind !== "system") return refused(refusal("not-your-task", "/act"));
  const waiting = story.state.unsynced?.find((each) => each.change === change);
  if (waiting === undefined) return refused(refusal("nothing-to-sync", "/change"));
  if (waiting.state === "sent" && state === "sent") return refused(refusal("already-sent", "/change"));
  story.add({ type: "status-synced", change, to: waiting.to, state, ...(sourceTime === undefined ? {} : { sourceTime }) });
  return ok(story);
}
