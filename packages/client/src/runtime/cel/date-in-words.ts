import { parsePartialDay } from "../day.ts";

const ONES = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"] as const;
const TENS_ENDINGS: Readonly<Record<number, string>> = { 1: "mốt", 4: "tư", 5: "lăm" };

/**
 * A date as civil-status papers write it: `2026-09-05` is "Ngày năm tháng chín năm hai nghìn không trăm hai mươi sáu".
 * A partial date gives as much as is known. `undefined` for what is no date.
 */
export function dateInWords(date: unknown): string | undefined {
  const day = parsePartialDay(date);
  if (day === undefined) return undefined;
  const parts = [
    ...(day.day === undefined ? [] : [`ngày ${belowHundred(day.day)}`]),
    ...(day.month === undefined ? [] : [`tháng ${day.month === 4 ? "tư" : belowHundred(day.month)}`]),
    `năm ${inWords(day.year)}`,
  ].join(" ");
  return parts.charAt(0).toUpperCase() + parts.slice(1);
}

/** 1 to 9999. */
function inWords(year: number): string {
  const [thousands, hundreds, rest] = [Math.floor(year / 1000), Math.floor(year / 100) % 10, year % 100];
  const words: string[] = [];
  if (thousands > 0) words.push(`${ONES[thousands]} nghìn`);
  if (year > 99) words.push(`${ONES[hundreds]} trăm`);
  if (rest > 0) words.push(rest < 10 && words.length > 0 ? `linh ${ONES[rest]}` : belowHundred(rest));
  return words.join(" ");
}

/** 1 to 99. */
function belowHundred(number: number): string {
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  if (tens === 0) return ONES[ones] ?? "";
  if (tens === 1) return ones === 0 ? "mười" : `mười ${ones === 5 ? "lăm" : ONES[ones]}`;
  return ones === 0 ? `${ONES[tens]} mươi` : `${ONES[tens]} mươi ${TENS_ENDINGS[ones] ?? ONES[ones]}`;
}
