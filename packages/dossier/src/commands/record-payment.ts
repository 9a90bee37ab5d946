import { ok, refused, type Problem, type Result } from "@motcua/procedure";
import type { Command } from "../command.ts";
import { oweRefunds } from "../owe-refunds.ts";
import type { FeePayment } from "../payments.ts";
import { refusal } from "../problems.ts";
import type { Phase } from "../state.ts";
import type { Unfolding } from "../unfolding.ts";
import { isBlank } from "../is-blank.ts";

const WITHOUT_RESULT: ReadonlySet<Phase> = new Set(["refused", "stopped", "withdrawn"]);

/** A fee was paid: by the receipt of who collected it, or the answer of the payment platform. Moves the dossier nowhere. */
export function recordPayment(story: Unfolding, command: Extract<Command, { type: "record-payment" }>): Result<Unfolding> {
  const due = dueFee(story, command.fee);
  if (!due.ok) return due;
  const problems: Problem[] = [
    ...(isBlank(command.receipt) ? [refusal("receipt-missing", "/receipt")] : []),
    ...(due.value.vnd !== null && due.value.vnd !== command.vnd ? [refusal("payment-amount", "/vnd")] : []),
  ];
  if (problems.length > 0) return { ok: false, problems };
  story.add({ type: "fee-paid", fee: command.fee, vnd: command.vnd, receipt: command.receipt.trim() });
  // Money that comes after an end without a result goes back.
  if (WITHOUT_RESULT.has(story.state.phase)) oweRefunds(story);
  return ok(story);
}

/** The fee a command settles, if it is due and who acts may: the unit that collects it, or the payment platform. */
export function dueFee(story: Unfolding, fee: string): Result<FeePayment> {
  const found = feeOf(story, fee);
  if (!found.ok) return found;
  return found.value.state === "due" ? found : refused(refusal("fee-settled", "/fee"));
}

/** A fee of the dossier, for whoever may say what became of it. */
export function feeOf({ actor, state }: Unfolding, fee: string): Result<FeePayment> {
  if (actor.kind !== "system" && !(actor.kind === "officer" && actor.unit === state.receivingUnit)) return refused(refusal("not-your-task", "/act"));
  const payment = Object.hasOwn(state.payments ?? {}, fee) ? state.payments?.[fee] : undefined;
  return payment === undefined ? refused(refusal("fee-unknown", "/fee")) : ok(payment);
}
