import type { DaySeal, SealSignature } from "@motcua/dossier";

/** The province's signing key. The private half never leaves where it is kept. */
export interface Signer {
  /** Signs text, at most 4,096 bytes of it. */
  sign(text: string): Promise<SealSignature>;
}

/** Seals of days, kept so that nobody, not even who administers the account, can change or remove one before its time. */
export interface Seals {
  /** Keeps a unit's seal of a day; the first one stays. */
  put(of: SealedDay, seal: DaySeal): Promise<"kept" | "already-sealed">;
  get(of: SealedDay): Promise<DaySeal | undefined>;
}

/** A day of a unit. */
export interface SealedDay {
  readonly unit: string;
  /** ISO date, Asia/Ho_Chi_Minh. */
  readonly day: string;
}
