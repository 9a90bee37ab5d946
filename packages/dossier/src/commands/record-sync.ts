import { ok, refused, type Result } from "@motcua/procedure";
import type { Command } from "../command.ts";
import { refusal } from "../problems.ts";
import type { Unfolding } from "../unfolding.ts";

/** A code, no text: texts of another system may name a person. */
const CODE = /^[\w.-]{1,40}$/;

/** A change was sent to the national portal, or the portal has said that it has it, or that it will not take it. Changes are told by their number. */
export function recordSync(story: Unfolding, { change, state, sourceTime, reason }: Extract<Command, { type: "record-sync" }>): Result<Unfolding> {
  if (story.actor.kind !== "system") return refused(refusal("not-your-task", "/act"));
  const waiting = story.state.unsynced?.find((each) => each.change === change);
  if (waiting === undefined) return refused(refusal("nothing-to-sync", "/change"));
  if (waiting.state === "sent" && state === "sent") return refused(refusal("already-sent", "/change"));
  if ((state === "refused") !== (reason !== undefined) || (reason !== undefined && !CODE.test(reason))) return refused(refusal("sync-reason", "/reason"));
  story.add({ type: "status-synced", change, to: waiting.to, state, ...(sourceTime === undefined ? {} : { sourceTime }), ...(reason === undefined ? {} : { reason }) });
  return ok(story);
}
