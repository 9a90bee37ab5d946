import { ok, refused, type Result } from "@motcua/procedure";
import type { Command } from "../command.ts";
import { cancelTasks, endGeneration } from "../end-dossier.ts";
import { mayActAsApplicant } from "../may-act.ts";
import { projectStatus } from "../national-status.ts";
import { refusal } from "../problems.ts";
import { clockIsOver } from "../running-due.ts";
import type { Unfolding } from "../unfolding.ts";

/** The applicant takes the dossier back, as long as no result is signed. */
export function withdraw(story: Unfolding, { reason }: Extract<Command, { type: "withdraw" }>): Result<Unfolding> {
  if (!mayActAsApplicant(story)) return refused(refusal("not-your-task", "/act"));
  const { results, acceptedAt } = story.state;
  const decided = clockIsOver(story.state) || Object.values(results).some(({ signedAt }) => signedAt !== undefined);
  if (decided) return refused(refusal("too-late-to-withdraw", "/act"));
  const hash = reason === undefined || reason.trim() === "" ? {} : { reasonHash: story.note(reason) };
  story.add({ type: "withdrawn", accepted: acceptedAt !== undefined, ...hash });
  cancelTasks(story, "withdrawn");
  endGeneration(story, "withdrawn");
  projectStatus(story);
  return ok(story);
}
