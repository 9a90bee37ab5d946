import { ok, refused, type Problem, type Result } from "@motcua/procedure";
import type { Command } from "../command.ts";
import { projectStatus } from "../national-status.ts";
import { paidTotal, refundTotal } from "../payments.ts";
import { refusal } from "../problems.ts";
import type { Unfolding } from "../unfolding.ts";

/**
 * The one-stop unit closes a withdrawal granted after acceptance: originals are given back, money is refunded (form 05).
 * A closing record: the dossier ended when it was withdrawn. Before acceptance there is nothing to close.
 */
export function confirmWithdrawal(story: Unfolding, { papersReturned, refundVnd }: Extract<Command, { type: "confirm-withdrawal" }>): Result<Unfolding> {
  const { actor, state } = story;
  if (actor.kind !== "officer" || actor.unit !== state.receivingUnit) return refused(refusal("not-your-task", "/act"));
  const { phase, acceptedAt, withdrawalConfirmed, payments } = state;
  if (phase !== "withdrawn" || acceptedAt === undefined) return refused(refusal("not-withdrawn", "/act"));
  if (withdrawalConfirmed === true) return refused(refusal("withdrawal-confirmed", "/act"));
  const problems: Problem[] = [
    ...(papersReturned ? [] : [refusal("papers-not-returned", "/papersReturned")]),
    ...(Number.isInteger(refundVnd) && refundVnd >= refundTotal(payments) && refundVnd <= paidTotal(payments) ? [] : [refusal("refund-amount", "/refundVnd")]),
  ];
  if (problems.length > 0) return { ok: false, problems };
  story.add({ type: "withdrawal-confirmed", refundVnd });
  projectStatus(story);
  return ok(story);
}
