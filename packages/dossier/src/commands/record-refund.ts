import { ok, refused, type Problem, type Result } from "@motcua/procedure";
import type { Command } from "../command.ts";
import { refusal } from "../problems.ts";
import type { Unfolding } from "../unfolding.ts";
import { isBlank } from "../is-blank.ts";
import { feeOf } from "./record-payment.ts";

/** Money was paid back that fell due when the dossier ended without its result: all of it at once. */
export function recordRefund(story: Unfolding, { fee, vnd, receipt }: Extract<Command, { type: "record-refund" }>): Result<Unfolding> {
  const found = feeOf(story, fee);
  if (!found.ok) return found;
  if (found.value.state !== "refund-due") return refused(refusal("refund-not-due", "/fee"));
  const problems: Problem[] = [
    ...(isBlank(receipt) ? [refusal("receipt-missing", "/receipt")] : []),
    ...(found.value.vnd === vnd ? [] : [refusal("payment-amount", "/vnd")]),
  ];
  if (problems.length > 0) return { ok: false, problems };
  story.add({ type: "fee-refunded", fee, vnd, receipt: receipt.trim() });
  return ok(story);
}
