import type { DossierState } from "./state.ts";

type Clock = Pick<DossierState, "acceptedAt" | "acceptanceDue" | "due" | "submittedAt" | "endedAt" | "finishedAt" | "corrections" | "pausedSince" | "spared" | "marked">;

/** Whether the legal clock has run its course: the result was there once, whatever is corrected in it later. */
export function clockIsOver({ finishedAt, corrections, endedAt }: Pick<Clock, "finishedAt" | "corrections" | "endedAt">): boolean {
  return finishedAt !== undefined || corrections !== undefined || endedAt !== undefined;
}

/**
 * The instant a dossier is held to now: the acceptance clock's before acceptance, the valid due date after, later by what
 * pauses took that moved no date. `undefined` while the clock stands still, and once it is over.
 */
export function runningDue(state: Clock): string | undefined {
  const due = state.acceptedAt === undefined ? state.acceptanceDue : state.due;
  if (due === undefined || state.pausedSince !== undefined || clockIsOver(state)) return undefined;
  return state.spared === undefined ? due : new Date(Date.parse(due) + state.spared).toISOString();
}

/** A mark of lateness a dossier gets when its time comes. */
export interface LatenessMark {
  readonly mark: "soon-late" | "late";
  /** When it is to be set. */
  readonly at: string;
  /** The due date it is about. */
  readonly due: string;
}

/** Elapsed time before the due date from which a dossier is soon late: one day. */
export const SOON_MS = 24 * 3_600_000;

/** The next mark to be set, once for each due date. Where the whole limit is no longer than a day, nothing is soon late. */
export function nextMark(state: Clock): LatenessMark | undefined {
  const due = runningDue(state);
  if (due === undefined || state.marked?.late === due) return undefined;
  const soon = Date.parse(due) - SOON_MS;
  const longEnough = soon > Date.parse(state.acceptedAt ?? state.submittedAt);
  return longEnough && state.marked?.soon !== due ? { mark: "soon-late", at: new Date(soon).toISOString(), due } : { mark: "late", at: due, due };
}
