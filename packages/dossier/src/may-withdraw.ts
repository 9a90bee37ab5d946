import type { Procedure } from "@motcua/procedure";
import { clockIsOver } from "./running-due.ts";
import type { DossierState } from "./state.ts";

/** What a withdrawal depends on. */
export type Withdrawable = Pick<DossierState, "acceptedAt" | "finishedAt" | "corrections" | "endedAt" | "results">;

/** Whether the result is decided: nothing is left to take back. */
export function isDecided(state: Withdrawable): boolean {
  return clockIsOver(state) || Object.values(state.results).some(({ signedAt }) => signedAt !== undefined);
}

/** Whether the applicant may still take a dossier back: as long as no result is signed, or only before acceptance where the procedure says so. */
export function mayWithdraw({ clock }: Pick<Procedure, "clock">, state: Withdrawable): boolean {
  return !isDecided(state) && (clock.withdrawal !== "until-accepted" || state.acceptedAt === undefined);
}
