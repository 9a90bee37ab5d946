import type { Language } from "./text.ts";

/** An amount in another currency than đồng. */
export interface Money {
  /** ISO 4217, `USD`. */
  readonly currency: string;
  /** In units of the currency, to the hundredth. */
  readonly amount: number;
}

/** An amount with its currency: `12,50 USD`. */
export function moneyText({ currency, amount }: Money, language: Language = "vi"): string {
  const digits = Number.isInteger(amount) ? 0 : 2;
  return `${amount.toLocaleString(language === "vi" ? "vi-VN" : "en-US", { minimumFractionDigits: digits, maximumFractionDigits: 2 })} ${currency}`;
}
