import type { SettledFee } from "./event.ts";

/** A fee in the machine of payments, which runs beside the dossier: money may come before its step, and after the end. */
export interface FeePayment {
  /** `refund-due`: paid, and to be paid back because the dossier ended without its result; `refunded` once it was. */
  readonly state: "due" | "paid" | "waived" | "refund-due" | "refunded";
  /** VND; `null` where the province has not set it. */
  readonly vnd: number | null;
  /** Number of the receipt or of the payment platform's transaction; absent where the step alone says that it was paid. */
  readonly receipt?: string;
  /** When it was paid or waived. */
  readonly at?: string;
}

/** Payments by fee. */
export type Payments = Readonly<Record<string, FeePayment>>;

/** The payments a list of fees asks for: nothing for what costs nothing. What is settled already stays as it is. */
export function paymentsOf(fees: readonly SettledFee[], before: Payments = {}): Payments {
  const settled = Object.entries(before).filter(([, { state, at }]) => state !== "due" && at !== undefined);
  const asked = fees.flatMap(({ id, vnd, waived }): [string, FeePayment][] => {
    if (waived === true) return [[id, { state: "waived", vnd: 0 }]];
    return vnd === 0 ? [] : [[id, { state: "due", vnd }]];
  });
  return Object.fromEntries([...asked, ...settled]);
}

/** What is to be paid back, VND by fee. */
export function refundsDue(payments: Payments = {}): readonly (readonly [string, number])[] {
  return Object.entries(payments).flatMap(([fee, { state, vnd }]) => (state === "refund-due" ? [[fee, vnd ?? 0] as const] : []));
}

/** What is to be paid back in all, VND. */
export function refundTotal(payments?: Payments): number {
  return refundsDue(payments).reduce((sum, [, vnd]) => sum + vnd, 0);
}

/** What was paid and is not paid back, VND: what has to be paid back still among it. */
export function paidTotal(payments: Payments = {}): number {
  return Object.values(payments).reduce((sum, { state, vnd }) => sum + (state === "paid" || state === "refund-due" ? (vnd ?? 0) : 0), 0);
}

/** Fees that are still to be paid. */
export function feesToPay(payments: Payments = {}): readonly (readonly [string, FeePayment])[] {
  return Object.entries(payments).filter(([, { state }]) => state === "due");
}
