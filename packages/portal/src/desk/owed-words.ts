import { type Money, moneyText } from "@motcua/procedure";

/** What is due where no amount in đồng is set. */
export function owedWords(foreign: Money | undefined): string {
  return foreign === undefined ? "tỉnh chưa quy định mức thu" : `${moneyText(foreign)}, thu bằng đồng theo tỷ giá ngày thu`;
}
