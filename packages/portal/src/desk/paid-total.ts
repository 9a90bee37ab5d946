import type { DossierState } from "@motcua/dossier";

/** What was paid for a dossier and is not paid back, VND: what has to be paid back still among it. */
export function paidTotal({ payments = {} }: Pick<DossierState, "payments">): number {
  return Object.values(payments).reduce((sum, { state, vnd }) => sum + (state === "paid" || state === "refund-due" ? (vnd ?? 0) : 0), 0);
}
