import { countedDay, type DayPart, skippedDay } from "./counted-day.ts";
import { DAY_SECONDS, type Moment } from "./moment.ts";
import type { WorkCalendar } from "./work-calendar.ts";
import { closingOf, nextWorkingDay, normalise, workedOn } from "./working-moment.ts";
import { dayOf } from "./day-of.ts";

/**
 * Uses up session seconds from a moment on; amounts of days are seconds. Ending exactly with a session stays there.
 * @throws RangeError when the calendar has no working day
 */
export function consume(from: Moment, seconds: number, calendar: WorkCalendar): { readonly end: Moment; readonly days: readonly DayPart[] } {
  const days: DayPart[] = [];
  if (seconds <= 0) return { end: from, days };
  let at = normalise(from, calendar);
  for (let day = from.day; day < at.day; day += 1) days.push(skippedDay(day, calendar));
  for (let left = seconds; ; ) {
    const here = workedOn(at.day, at.second, { to: DAY_SECONDS, calendar });
    days.push(countedDay(at.day, Math.min(left, here), calendar));
    if (left <= here) return { end: reached(at, left, calendar), days };
    left -= here;
    const next = nextWorkingDay(at.day, calendar);
    for (let day = at.day + 1; day < next; day += 1) days.push(skippedDay(day, calendar));
    at = { day: next, second: 0 };
  }
}

/** The moment of a day at which so much of its sessions is used up. */
function reached({ day, second }: Moment, seconds: number, calendar: WorkCalendar): Moment {
  let left = seconds;
  for (const { from, to } of dayOf(day, calendar).sessions) {
    const opens = Math.max(from, second);
    if (opens >= to) continue;
    if (left <= to - opens) return { day, second: opens + left };
    left -= to - opens;
  }
  return closingOf(day, calendar);
}
