import type { Unfolding } from "./unfolding.ts";

/** A dossier has ended without its result: what was paid and is refundable is to be paid back. */
export function oweRefunds(story: Unfolding): void {
  const refundable = new Set(story.procedure.fees.filter((fee) => fee.refundable === true).map(({ id }) => id));
  for (const [fee, { state, vnd }] of Object.entries(story.state.payments ?? {})) {
    if (state === "paid" && vnd !== null && vnd > 0 && refundable.has(fee)) story.add({ type: "refund-due", fee, vnd });
  }
}
