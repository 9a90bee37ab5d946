/** A day, or as much of one as is known, of the Gregorian calendar. */
export interface Day {
  readonly year: number;
  /** 1 to 12. */
  readonly month?: number;
  /** 1 to 31. */
  readonly day?: number;
}

const PATTERN = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** Reads `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; `undefined` for anything else and for days that do not exist. Year 0000 does not. */
export function parsePartialDay(text: unknown): Day | undefined {
  const match = typeof text === "string" ? PATTERN.exec(text) : null;
  if (match === null) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2] ?? 1), Number(match[3] ?? 1)];
  if (year === 0 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return undefined;
  if (match[2] === undefined) return { year };
  return match[3] === undefined ? { year, month } : { year, month, day };
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

function daysIn(year: number, month: number): number {
  if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
}
