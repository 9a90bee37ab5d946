/** Hours east of Greenwich. Viet Nam has had no summer time since the zone was fixed in 1975. */
const OFFSET_MINUTES = 7 * 60;
const DAY_MS = 86_400_000;

/** A civil date and minutes since its midnight, Asia/Ho_Chi_Minh. */
export interface LocalTime {
  /** ISO date. */
  readonly date: string;
  readonly minutes: number;
}

/** Civil time of an instant (ISO 8601 with offset, or a Date). @throws RangeError when it is no instant */
export function localTime(instant: string | Date): LocalTime {
  const shifted = shiftedMs(instant);
  const day = Math.floor(shifted / DAY_MS);
  return { date: dateOfDay(day), minutes: (shifted - day * DAY_MS) / 60_000 };
}

/** Civil date of an instant. @throws RangeError when it is no instant */
export function localDate(instant: string | Date): string {
  return dateOfDay(Math.floor(shiftedMs(instant) / DAY_MS));
}

/** Milliseconds since 1970 as the clocks on the wall show it. */
function shiftedMs(instant: string | Date): number {
  const ms = typeof instant === "string" ? Date.parse(instant) : instant.getTime();
  if (Number.isNaN(ms)) throw new RangeError("not an instant: ISO 8601 with an offset is expected");
  return ms + OFFSET_MINUTES * 60_000;
}

/** `HH:mm` as minutes since midnight. */
export function clockMinutes(text: string): number {
  const [hours = "0", minutes = "0"] = text.split(":");
  return Number(hours) * 60 + Number(minutes);
}

/** A civil date as days since 1970-01-01. */
export function dayNumber(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / DAY_MS;
}

/** The civil date of a day number. */
export function dateOfDay(day: number): string {
  const before = dates.get(day);
  if (before !== undefined) return before;
  const date = new Date(day * DAY_MS).toISOString().slice(0, 10);
  if (dates.size < MOST_DATES) dates.set(day, date);
  return date;
}

/** Dates that are kept in words: clocks count over the same days again and again. */
const MOST_DATES = 10_000;
const dates = new Map<number, string>();

/** The date `days` after another; negative goes back. */
export function addDays(date: string, days: number): string {
  return dateOfDay(dayNumber(date) + days);
}

/** The date `months` after another, clamped to the end of its month. */
export function addMonths(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(day, last));
  return first.toISOString().slice(0, 10);
}

/** ISO weekday of a day number, 1 Monday … 7 Sunday. */
export function isoWeekday(day: number): number {
  // 1970-01-01 was a Thursday.
  return ((((day + 3) % 7) + 7) % 7) + 1;
}
