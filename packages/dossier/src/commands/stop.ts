import { ok, refused, type Problem, type Result } from "@motcua/procedure";
import type { Command } from "../command.ts";
import { endDossier } from "../end-dossier.ts";
import { projectStatus } from "../national-status.ts";
import { refusal } from "../problems.ts";
import type { Unfolding } from "../unfolding.ts";
import { taskOf } from "./task-of.ts";
import { isBlank } from "../is-blank.ts";

/** An officer stops an accepted dossier with its reason (form 05). */
export function stop(story: Unfolding, { task, reason }: Extract<Command, { type: "stop" }>): Result<Unfolding> {
  const open = taskOf(story, task);
  if (!open.ok) return open;
  if (open.value.assignee.kind !== "role") return refused(refusal("not-your-task", "/task"));
  const problems: Problem[] = [
    ...(story.state.acceptedAt === undefined ? [refusal("not-accepted", "/act")] : []),
    ...(isBlank(reason) ? [refusal("reason-missing", "/reason")] : []),
  ];
  if (problems.length > 0) return { ok: false, problems };
  endDossier(story, "stopped", reason);
  projectStatus(story);
  return ok(story);
}
