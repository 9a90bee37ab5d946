import { dayOf } from "./day-of.ts";
import { addDays, type LocalTime, localTime } from "./local-time.ts";
import type { WorkCalendar } from "./work-calendar.ts";

/** Session minutes between two instants; 0 when `to` is not after `from`. */
export function workingMinutes(from: string, to: string, calendar: WorkCalendar): number {
  const start = localTime(from);
  const end = localTime(to);
  let total = 0;
  for (let { date } = start; date <= end.date; date = addDays(date, 1)) {
    for (const session of dayOf(date, calendar).sessions) {
      const opens = date === start.date ? Math.max(session.from, start.minutes) : session.from;
      const closes = date === end.date ? Math.min(session.to, end.minutes) : session.to;
      total += Math.max(0, closes - opens);
    }
  }
  return total;
}

/** Working days that end after one instant and not after another: how many midnights of working days were passed. */
export function workingDaysBetween(from: string, to: string, calendar: WorkCalendar): number {
  const start: LocalTime = localTime(from);
  const end: LocalTime = localTime(to);
  let days = 0;
  for (let date = addDays(start.date, 1); date <= end.date; date = addDays(date, 1)) {
    if (dayOf(date, calendar).sessions.length > 0) days += 1;
  }
  return days;
}
