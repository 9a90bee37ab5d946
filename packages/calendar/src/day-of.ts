import { dateOfDay, dayNumber, isoWeekday } from "./local-time.ts";
import { clockSeconds } from "./moment.ts";
import type { CalendarYear, DayKind, Session, SpecialDay, WorkCalendar } from "./work-calendar.ts";

/** A stretch of work, seconds since midnight. */
export interface DaySession {
  readonly from: number;
  readonly to: number;
}

/** What a calendar says of one date. Sessions are in order and do not overlap; none on a rest day. */
export interface Day {
  readonly date: string;
  readonly kind: DayKind;
  readonly why: string;
  readonly sessions: readonly DaySession[];
  /** Whether what is said of this day is still to be announced. */
  readonly provisional: boolean;
}

const WEEKDAYS = ["", "thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật"];

/**
 * Days already looked up, by what they depend on: whoever puts a calendar of the same sessions and years together again
 * finds them. Both are immutable, so remembering changes no answer.
 */
const KNOWN = new WeakMap<WorkCalendar["sessions"], WeakMap<readonly CalendarYear[], Map<number, Day>>>();
const SPECIAL = new WeakMap<readonly CalendarYear[], ReadonlyMap<string, SpecialDay>>();

/** One day of a calendar, by its number. A swapped working day is worked like the longest weekday, whose work it makes up. */
export function dayOf(day: number, calendar: WorkCalendar): Day {
  const { sessions, years } = calendar;
  let byYears = KNOWN.get(sessions);
  if (byYears === undefined) KNOWN.set(sessions, (byYears = new WeakMap()));
  let known = byYears.get(years);
  if (known === undefined) byYears.set(years, (known = new Map()));
  let found = known.get(day);
  if (found === undefined) known.set(day, (found = look(day, calendar)));
  return found;
}

/** One day of a calendar, by its ISO date. */
export function dayOfDate(date: string, calendar: WorkCalendar): Day {
  return dayOf(dayNumber(date), calendar);
}

function look(number: number, calendar: WorkCalendar): Day {
  const date = dateOfDay(number);
  const weekday = isoWeekday(number);
  const special = specialDays(calendar.years).get(date);
  const provisional = isProvisional(date, calendar.years) || special?.status === "PROVISIONAL";
  const week = calendar.sessions[String(weekday)] ?? [];
  if (special !== undefined) {
    const sessions = special.kind === "SWAP_WORK" ? longestDay(calendar) : [];
    return { date, kind: special.kind, why: special.name.vi, sessions: secondsOf(sessions), provisional };
  }
  if (week.length === 0) return { date, kind: "WEEKEND", why: `nghỉ hằng tuần (${WEEKDAYS[weekday]})`, sessions: [], provisional };
  return { date, kind: "WORKING", why: `ngày làm việc (${WEEKDAYS[weekday]})`, sessions: secondsOf(week), provisional };
}

function specialDays(years: readonly CalendarYear[]): ReadonlyMap<string, SpecialDay> {
  let days = SPECIAL.get(years);
  if (days === undefined) SPECIAL.set(years, (days = new Map(years.flatMap((year) => year.days.map((day) => [day.date, day] as const)))));
  return days;
}

/** A year nobody has published is provisional as a whole. */
function isProvisional(date: string, years: readonly CalendarYear[]): boolean {
  const year = years.find((entry) => entry.year === Number(date.slice(0, 4)));
  return year === undefined || years.some((entry) => entry.provisional.some(({ from, to }) => from <= date && date <= to));
}

function longestDay({ sessions }: WorkCalendar): readonly Session[] {
  const length = (day: readonly Session[]) => secondsOf(day).reduce((sum, { from, to }) => sum + to - from, 0);
  return Object.values(sessions).reduce<readonly Session[]>((longest, day) => (length(day) > length(longest) ? day : longest), []);
}

/** In order, those that touch or overlap made one, so that no minute is counted twice. */
function secondsOf(sessions: readonly Session[]): readonly DaySession[] {
  const sorted = sessions.map(({ from, to }) => ({ from: clockSeconds(from), to: clockSeconds(to) })).toSorted((a, b) => a.from - b.from);
  const merged: DaySession[] = [];
  for (const session of sorted) {
    const before = merged.at(-1);
    if (session.to <= session.from) continue;
    if (before !== undefined && session.from <= before.to) merged[merged.length - 1] = { from: before.from, to: Math.max(before.to, session.to) };
    else merged.push(session);
  }
  return merged;
}
