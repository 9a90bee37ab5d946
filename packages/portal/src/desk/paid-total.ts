import type { DossierState } from "@motcua/dossier";

/** What was paid for a dossier so far, VND. */
export function paidTotal({ payments = {} }: Pick<DossierState, "payments">): number {
  return Object.values(payments).reduce((sum, { state, vnd }) => sum + (state === "paid" ? (vnd ?? 0) : 0), 0);
}
