import { ok, refused, type Result } from "@motcua/procedure";
import type { Command } from "../command.ts";
import { refusal } from "../problems.ts";
import type { Unfolding } from "../unfolding.ts";
import { askedExtension } from "./asked-extension.ts";
import { isBlank } from "../is-blank.ts";

/** An extension is not approved, with the reason for who asked: the due date stays. */
export function rejectExtension(story: Unfolding, command: Extract<Command, { type: "reject-extension" }>): Result<Unfolding> {
  const asked = askedExtension(story, command.task);
  if (!asked.ok) return asked;
  if (isBlank(command.reason)) return refused(refusal("reason-missing", "/reason"));
  const { task } = asked.value;
  story.add({ type: "task-done", task, step: story.state.tasks[task]?.step ?? "", outcome: "rejected", late: false, noteHash: story.note(command.reason) });
  return ok(story);
}
