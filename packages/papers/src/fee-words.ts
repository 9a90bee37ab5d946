import { moneyText } from "@motcua/procedure";
import type { ReceiptFee } from "./receipt-data.ts";

const AMOUNT = new Intl.NumberFormat("vi-VN");

/** An amount in words. An amount that is not set is said to be so: it is never read as free. */
export function feeWords({ vnd, foreign, waived, reduced }: ReceiptFee): string {
  if (waived === true) return "được miễn";
  const less = reduced === true ? " (đã giảm)" : "";
  if (foreign !== undefined) return moneyText(foreign) + less;
  if (vnd === null) return "chưa ban hành mức thu, thông báo sau";
  return vnd === 0 ? "không thu" : `${AMOUNT.format(vnd)} đồng${less}`;
}
