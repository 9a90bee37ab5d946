import { ok, refused, type Result } from "@motcua/procedure";
import type { Command } from "../command.ts";
import { refusal } from "../problems.ts";
import { runningDue } from "../running-due.ts";
import type { Unfolding } from "../unfolding.ts";
import { askedExtension } from "./asked-extension.ts";

/** Another person than who asked approves an extension, before the valid due date passes: the date moves, with form 04. The first one stays. */
export function approveExtension(story: Unfolding, command: Extract<Command, { type: "approve-extension" }>): Result<Unfolding> {
  const asked = askedExtension(story, command.task);
  if (!asked.ok) return asked;
  const { task, proposed, step, note } = asked.value;
  const running = runningDue(story.state);
  const { due } = story.state;
  if (running === undefined || due === undefined) return refused(refusal("extension-clock-stopped", "/act"));
  if (story.isPast(running)) return refused(refusal("extension-too-late", "/act"));
  // The date may have moved since for another reason.
  if (Date.parse(proposed.after) <= Date.parse(due)) return refused(refusal("extension-not-later", "/act"));
  story.add({ type: "task-done", task, step: story.state.tasks[task]?.step ?? "", outcome: "approved", late: false });
  story.note(story.personal.notes[note] ?? "");
  story.add({ type: "extended", why: "apology", step, due: { before: due, after: proposed.after, provisional: proposed.provisional } });
  return ok(story);
}
