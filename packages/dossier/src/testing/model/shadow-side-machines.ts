import type { Command } from "../../command.ts";
import { onTask, refuse, will, type Foretold, type Foretellers } from "./foretold.ts";
import type { Shadow } from "./shadow.ts";

/** Payments, delivery, synchronisation and the rating, which run beside the dossier. */
export const SIDE_FORETELLERS: Pick<Foretellers, "record-payment" | "record-refund" | "waive-fee" | "post-result" | "rate" | "record-sync" | "confirm-withdrawal"> = {
  "confirm-withdrawal": (shadow, { actor, papersReturned, refundVnd }) => {
    if (actor.kind !== "officer" || actor.unit !== shadow.receivingUnit) return refuse("not-your-task");
    if (shadow.withdrawn !== "after-acceptance") return refuse("not-withdrawn");
    if (shadow.confirmed) return refuse("withdrawal-confirmed");
    const paid = [...shadow.payments.values()].filter(({ state }) => state === "paid" || state === "refund-due").reduce((sum, { vnd }) => sum + (vnd ?? 0), 0);
    const owed = [...shadow.payments.values()].filter(({ state }) => state === "refund-due").reduce((sum, { vnd }) => sum + (vnd ?? 0), 0);
    const problems = [...(papersReturned ? [] : ["papers-not-returned"]), ...(refundVnd > paid || refundVnd < owed ? ["refund-amount"] : [])];
    if (problems.length > 0) return refuse(...problems);
    return will(() => {
      shadow.confirmed = true;
      shadow.refunds("refunded");
    });
  },
  "record-payment": (shadow, command) =>
    onFee(shadow, command, (vnd) => {
      const problems = [...(command.receipt.trim() === "" ? ["receipt-missing"] : []), ...(vnd !== null && vnd !== command.vnd ? ["payment-amount"] : [])];
      return problems.length > 0 ? refuse(...problems) : will(() => {
        shadow.settle(command.fee, "paid", command.vnd);
        if (["refused", "stopped", "withdrawn"].includes(shadow.phase)) shadow.owe();
      });
    }),
  "record-refund": (shadow, { actor, fee, vnd, receipt }) => {
    if (actor.kind === "applicant" || (actor.kind === "officer" && actor.unit !== shadow.receivingUnit)) return refuse("not-your-task");
    const payment = shadow.payments.get(fee);
    if (payment === undefined) return refuse("fee-unknown");
    if (payment.state !== "refund-due") return refuse("refund-not-due");
    const problems = [...(receipt.trim() === "" ? ["receipt-missing"] : []), ...(payment.vnd === vnd ? [] : ["payment-amount"])];
    return problems.length > 0 ? refuse(...problems) : will(() => void shadow.payments.set(fee, { state: "refunded", vnd, settled: true }));
  },
  "waive-fee": (shadow, command) => onFee(shadow, command, () => (command.reason.trim() === "" ? refuse("reason-missing") : will(() => shadow.settle(command.fee, "waived", 0)))),
  "post-result": (shadow, command) =>
    onTask(shadow, command, (task) => {
      if (shadow.kind(task) !== "return") return refuse("delivery-not-here");
      const problems = [...(shadow.delivery === "ready" ? [] : ["already-posted"]), ...(command.tracking.trim() === "" ? ["tracking-missing"] : [])];
      if (problems.length > 0) return refuse(...problems);
      return will(() => {
        shadow.delivery = "posted";
      });
    }),
  rate: (shadow, command) => {
    if (command.actor.kind !== "applicant") return refuse("not-your-task");
    if (shadow.phase !== "returned") return refuse("not-returned-yet");
    if (shadow.rating !== undefined) return refuse("already-rated");
    if (![1, 2, 3, 4, 5].includes(command.score)) return refuse("rating-scale");
    return will(() => {
      shadow.rating = command.score;
    });
  },
  "record-sync": (shadow, command) => {
    if (command.actor.kind !== "system") return refuse("not-your-task");
    const waiting = shadow.unsynced.find(({ change }) => change === command.change);
    if (waiting === undefined) return refuse("nothing-to-sync");
    const said = command.reason === undefined ? command.state : `${command.state} ${command.reason}`;
    if (waiting.said === "sent" && command.state === "sent") return refuse("already-sent");
    if ((command.state === "refused") !== (command.reason !== undefined) || command.reason?.includes(" ") === true) return refuse("sync-reason");
    return will(() => {
      waiting.said = said;
      if (command.state === "acknowledged") shadow.unsynced = shadow.unsynced.filter(({ change }) => change > command.change);
    });
  },
};

/** Money is taken by the unit that took the dossier in, or by the platform. */
function onFee(shadow: Shadow, { actor, fee }: Command & { readonly fee: string }, then: (vnd: number | null) => Foretold): Foretold {
  if (actor.kind === "applicant" || (actor.kind === "officer" && actor.unit !== shadow.receivingUnit)) return refuse("not-your-task");
  const payment = shadow.payments.get(fee);
  if (payment === undefined) return refuse("fee-unknown");
  return payment.state === "due" ? then(payment.vnd) : refuse("fee-settled");
}
