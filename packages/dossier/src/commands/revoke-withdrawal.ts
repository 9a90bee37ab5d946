import { ok, openSteps, refused, type Result } from "@motcua/procedure";
import type { Command } from "../command.ts";
import { dueAfterPause } from "../hold-clock.ts";
import { awaitsSupplement } from "../evolve.ts";
import { mayActAsApplicant } from "../may-act.ts";
import { resumeWindows } from "../move-windows.ts";
import { projectStatus } from "../national-status.ts";
import { reopenStep } from "../open-step.ts";
import { refusal } from "../problems.ts";
import { supplementTask } from "../supplement-task.ts";
import type { Unfolding } from "../unfolding.ts";

/**
 * The applicant takes a withdrawal after acceptance back, until the one-stop unit has closed it: the next generation starts
 * where the last one left, and the clock runs on with what was left. A supplement that was awaited is awaited again, until
 * the day it was asked for. What was withdrawn before acceptance is submitted anew.
 */
export function revokeWithdrawal(story: Unfolding, _: Extract<Command, { type: "revoke-withdrawal" }>): Result<Unfolding> {
  if (!mayActAsApplicant(story)) return refused(refusal("not-your-task", "/act"));
  const { phase, acceptedAt, withdrawalConfirmed, endedAt, pausedSince, position, generation, suspended = [] } = story.state;
  if (phase !== "withdrawn" || acceptedAt === undefined || endedAt === undefined || position === undefined) return refused(refusal("not-withdrawn", "/act"));
  if (withdrawalConfirmed === true) return refused(refusal("withdrawal-confirmed", "/act"));
  const awaited = awaitsSupplement(story.state) ? story.state.supplements.at(-1) : undefined;
  if (story.isPast(awaited?.respondBy)) return refused(refusal("supplement-window-over", "/act"));
  story.add({ type: "withdrawal-revoked" });
  const gone = { policy: "EXTEND", since: endedAt } as const;
  const due = pausedSince === undefined ? dueAfterPause(story, gone) : undefined;
  if (due !== undefined) story.add({ type: "resumed", why: "withdrawn", due });
  if (pausedSince === undefined) resumeWindows(story, gone);
  if (awaited === undefined) {
    story.add({ type: "generation-started", generation: generation + 1, machine: story.context.machine, facts: story.routeFacts(), position });
    for (const id of openSteps(position)) reopenStep(story, id, suspended);
  } else if (awaited.respondBy !== undefined) {
    story.add({ type: "task-opened", task: supplementTask({ seq: story.seq, at: story.at, respondBy: awaited.respondBy }) });
  }
  projectStatus(story);
  return ok(story);
}
