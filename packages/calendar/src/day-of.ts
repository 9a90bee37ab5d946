import { clockMinutes, isoWeekday } from "./local-time.ts";
import type { DayKind, Session, WorkCalendar } from "./work-calendar.ts";

/** What a calendar says of one date. Sessions are minutes since midnight, in order; none on a rest day. */
export interface Day {
  readonly date: string;
  readonly kind: DayKind;
  readonly why: string;
  readonly sessions: readonly { readonly from: number; readonly to: number }[];
  readonly provisional: boolean;
}

const WEEKDAYS = ["", "thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật"];

/** One day of a calendar. A swapped working day off the week keeps the longest weekday's sessions. */
export function dayOf(date: string, calendar: WorkCalendar): Day {
  const weekday = isoWeekday(date);
  const year = calendar.years.find((entry) => entry.year === Number(date.slice(0, 4)));
  const special = year?.days.find((day) => day.date === date);
  // A year nobody has published is provisional as a whole.
  const provisional = year === undefined || year.provisional.some(({ from, to }) => from <= date && date <= to);
  const week = calendar.sessions[String(weekday)] ?? [];
  if (special !== undefined) {
    const works = special.kind === "SWAP_WORK";
    const sessions = works ? (week.length > 0 ? week : ordinarySessions(calendar)) : [];
    return { date, kind: special.kind, why: special.name.vi, sessions: minutesOf(sessions), provisional };
  }
  if (week.length === 0) return { date, kind: "WEEKEND", why: `nghỉ hằng tuần (${WEEKDAYS[weekday]})`, sessions: [], provisional };
  return { date, kind: "WORKING", why: `ngày làm việc (${WEEKDAYS[weekday]})`, sessions: minutesOf(week), provisional };
}

function ordinarySessions(calendar: WorkCalendar): readonly Session[] {
  return Object.values(calendar.sessions).find((sessions) => sessions.length > 0) ?? [];
}

function minutesOf(sessions: readonly Session[]): readonly { readonly from: number; readonly to: number }[] {
  return sessions
    .map(({ from, to }) => ({ from: clockMinutes(from), to: clockMinutes(to) }))
    .toSorted((a, b) => a.from - b.from);
}
