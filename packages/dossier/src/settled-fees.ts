import type { Facts } from "@motcua/procedure";
import type { DecideContext } from "./decide.ts";
import type { SettledFee } from "./event.ts";
import { type FeeOptions, feesDue } from "./fees-due.ts";

/** The fees due in a case by these facts, as events keep them: amounts, and that one is waived or reduced without its reason, which may be somebody's poverty. */
export function settledFees({ module, localFees }: DecideContext, facts: Facts, of: Pick<FeeOptions, "case" | "among">): readonly SettledFee[] {
  return feesDue(module, facts, { ...of, localFees }).map(({ id, vnd, foreign, waived, reduced }) => ({
    id, vnd,
    ...(foreign === undefined ? {} : { foreign }), ...(waived === undefined ? {} : { waived: true }), ...(reduced === undefined ? {} : { reduced: true }),
  }));
}
