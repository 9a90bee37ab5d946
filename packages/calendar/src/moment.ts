import { clockMinutes, dateOfDay } from "./local-time.ts";

/**
 * An instant as the clock counts it: days since 1970-01-01 and whole seconds since midnight, Asia/Ho_Chi_Minh. Whole
 * seconds, because a remainder of 1e-13 minutes would carry a due date over a night.
 */
export interface Moment {
  readonly day: number;
  readonly second: number;
}

export const DAY_SECONDS = 86_400;
const OFFSET_SECONDS = 7 * 3_600;

/** The moment of an ISO 8601 instant, fractions of a second dropped. @throws RangeError when it is no instant */
export function momentOf(instant: string): Moment {
  const ms = Date.parse(instant);
  if (Number.isNaN(ms)) throw new RangeError("not an instant: ISO 8601 with an offset is expected");
  return momentAt(Math.floor(ms / 1000) + OFFSET_SECONDS);
}

/** The instant of a moment, ISO 8601 with `+07:00`. */
export function instantOf(moment: Moment): string {
  // A session may end at 24:00, which is written as the next midnight.
  const { day, second } = momentAt(Math.floor(moment.day * DAY_SECONDS + moment.second));
  const minute = Math.floor(second / 60);
  return `${dateOfDay(day)}T${twoDigits(Math.floor(minute / 60))}:${twoDigits(minute % 60)}:${twoDigits(second % 60)}+07:00`;
}

function twoDigits(number: number): string {
  return number < 10 ? `0${number}` : String(number);
}

/** The moment `seconds` of elapsed time later; negative goes back. */
export function later({ day, second }: Moment, seconds: number): Moment {
  return momentAt(day * DAY_SECONDS + second + seconds);
}

/** Elapsed seconds from one moment to another. */
export function secondsBetween(from: Moment, to: Moment): number {
  return (to.day - from.day) * DAY_SECONDS + to.second - from.second;
}

/** The later of two moments. */
export function latest(a: Moment, b: Moment): Moment {
  return secondsBetween(a, b) > 0 ? b : a;
}

/** The earlier of two moments. */
export function earliest(a: Moment, b: Moment): Moment {
  return secondsBetween(a, b) > 0 ? a : b;
}

/** `HH:mm` as seconds since midnight. */
export function clockSeconds(text: string): number {
  return clockMinutes(text) * 60;
}

/** Local clock time of a moment, `HH:mm`. */
export function clockOf(moment: Moment): string {
  return instantOf(moment).slice(11, 16);
}

function momentAt(total: number): Moment {
  const day = Math.floor(total / DAY_SECONDS);
  return { day, second: total - day * DAY_SECONDS };
}
