import { ok, refused, type Result } from "@motcua/procedure";
import type { Command } from "../command.ts";
import { cancelTasks, endGeneration } from "../end-dossier.ts";
import { mayActAsApplicant } from "../may-act.ts";
import { isDecided, mayWithdraw } from "../may-withdraw.ts";
import { oweRefunds } from "../owe-refunds.ts";
import { projectStatus } from "../national-status.ts";
import { refusal } from "../problems.ts";
import type { Unfolding } from "../unfolding.ts";
import { isBlank } from "../is-blank.ts";

/** The applicant takes the dossier back, as long as the procedure allows it. */
export function withdraw(story: Unfolding, { reason }: Extract<Command, { type: "withdraw" }>): Result<Unfolding> {
  if (!mayActAsApplicant(story)) return refused(refusal("not-your-task", "/act"));
  const { acceptedAt } = story.state;
  if (!mayWithdraw(story.procedure, story.state)) return refused(refusal(isDecided(story.state) ? "too-late-to-withdraw" : "accepted-not-withdrawn", "/act"));
  const hash = isBlank(reason) ? {} : { reasonHash: story.note(reason) };
  story.add({ type: "withdrawn", accepted: acceptedAt !== undefined, ...hash });
  oweRefunds(story);
  cancelTasks(story, "withdrawn");
  endGeneration(story, "withdrawn");
  projectStatus(story);
  return ok(story);
}
