import { parseDay, parsePartialDay } from "../day.ts";

/**
 * Completed years on a day. A birth date without a month counts from January, without a day from the first of the month;
 * who was born on 29 February completes a year on 1 March where there is no such day.
 * @see Thông tư liên tịch 01/2016/TTLT-TANDTC-VKSNDTC-BTP, Điều 2
 */
export function age(birth: unknown, on: unknown): number | undefined {
  const [born, day] = [parsePartialDay(birth), parseDay(on)];
  if (born === undefined || day === undefined) return undefined;
  const [month, date] = [born.month ?? 1, born.day ?? 1];
  const reached = day.month > month || (day.month === month && day.day >= date);
  return day.year - born.year - (reached ? 0 : 1);
}
