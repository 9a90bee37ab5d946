import { dayNumber, parseDay } from "../day.ts";

/** Calendar days from one day to another, negative when the second is earlier; `undefined` unless both are whole days. */
export function daysBetween(from: unknown, to: unknown): number | undefined {
  const [start, end] = [parseDay(from), parseDay(to)];
  return start === undefined || end === undefined ? undefined : dayNumber(end) - dayNumber(start);
}
