/** A day, or as much of one as is known, of the Gregorian calendar. */
export interface Day {
  readonly year: number;
  /** 1 to 12. */
  readonly month?: number;
  /** 1 to 31. */
  readonly day?: number;
}

/** Reads `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; `undefined` for anything else and for days that do not exist. Year 0000 does not. */
export function parsePartialDay(text: unknown): Day | undefined {
  if (typeof text !== "string" || (text.length !== 4 && text.length !== 7 && text.length !== 10)) return undefined;
  const year = digits(text, 0, 4);
  if (!(year > 0)) return undefined;
  if (text.length === 4) return { year };
  const month = text[4] === "-" ? digits(text, 5, 7) : Number.NaN;
  if (!(month >= 1 && month <= 12)) return undefined;
  if (text.length === 7) return { year, month };
  const day = text[7] === "-" ? digits(text, 8, 10) : Number.NaN;
  return day >= 1 && day <= daysIn(year, month) ? { year, month, day } : undefined;
}

/** The number that ASCII digits of a text write; NaN where one is none. Read one by one: a form has many dates, a regular expression makes lists. */
function digits(text: string, from: number, to: number): number {
  let number = 0;
  for (let at = from; at < to; at += 1) {
    const digit = text.charCodeAt(at) - 48;
    if (!(digit >= 0 && digit <= 9)) return Number.NaN;
    number = number * 10 + digit;
  }
  return number;
}

/** Reads `YYYY-MM-DD`; `undefined` for anything else and for days that do not exist. */
export function parseDay(text: unknown): Required<Day> | undefined {
  const day = parsePartialDay(text);
  return day?.day === undefined ? undefined : (day as Required<Day>);
}

/** Number of a day counted from 1 January 1970. */
export function dayNumber({ year, month, day }: Required<Day>): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getTime() / 86_400_000;
}

/** Days a month of the Gregorian calendar has; months from 1. */
export function daysIn(year: number, month: number): number {
  if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
}
