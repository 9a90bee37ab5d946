/**
 * What a pause does to a due date. RESTART: the whole limit begins again at the resume. EXTEND: what remained when the
 * pause began is consumed from the resume. SUBTRACT: nothing moves, evaluation subtracts the pause. NONE: no pause.
 */
export type PausePolicy = "RESTART" | "EXTEND" | "SUBTRACT" | "NONE";

/** Why a clock stands still: what is waited for, or a step whose time the law does not count. */
export type PauseReason = "SUPPLEMENT" | "PAYMENT" | "INTER_AGENCY" | "PUBLIC_POSTING" | "APPLICANT_ABSENCE" | "FORCE_MAJEURE";

/** A pause that has ended. Instants are ISO 8601. */
export interface Pause {
  readonly from: string;
  readonly to: string;
  readonly policy: PausePolicy;
  readonly reason?: PauseReason;
}

/** A pause with the due date before and after it: what the national payload asks for. */
export interface AppliedPause extends Pause {
  readonly before: string;
  readonly after: string;
}
