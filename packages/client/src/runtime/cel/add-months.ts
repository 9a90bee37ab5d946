import { daysIn, parseDay } from "../day.ts";

/**
 * The day so many months after another, before it where they are negative; the last day of a month that has no such day.
 * `undefined` unless given a whole day and whole months, and outside the years 1 to 9999.
 * @see Bộ luật Dân sự số 91/2015/QH13, Điều 148 khoản 3
 */
export function addMonths(from: unknown, months: unknown): string | undefined {
  const day = parseDay(from);
  if (day === undefined || typeof months !== "number" || !Number.isSafeInteger(months)) return undefined;
  const counted = day.year * 12 + day.month - 1 + months;
  const year = Math.floor(counted / 12);
  if (year < 1 || year > 9999) return undefined;
  const month = counted - year * 12 + 1;
  return [padded(year, 4), padded(month, 2), padded(Math.min(day.day, daysIn(year, month)), 2)].join("-");
}

function padded(value: number, digits: number): string {
  return String(value).padStart(digits, "0");
}
