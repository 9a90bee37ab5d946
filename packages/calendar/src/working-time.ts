import { dayNumber, localDate } from "./local-time.ts";
import { DAY_SECONDS, type Moment, momentOf } from "./moment.ts";
import type { WorkCalendar } from "./work-calendar.ts";
import { isWorking, workedOn } from "./working-moment.ts";

/** Session minutes between two instants; 0 when `to` is not after `from`. */
export function workingMinutes(from: string, to: string, calendar: WorkCalendar): number {
  return workingSeconds(momentOf(from), momentOf(to), calendar) / 60;
}

/** Session seconds between two moments; 0 when `to` is not after `from`. */
export function workingSeconds(from: Moment, to: Moment, calendar: WorkCalendar): number {
  let total = 0;
  for (let { day } = from; day <= to.day; day += 1) {
    total += workedOn(day, day === from.day ? from.second : 0, { to: day === to.day ? to.second : DAY_SECONDS, calendar });
  }
  return total;
}

/** Working days after the day of one instant, up to and including the day of another. */
export function workingDaysBetween(from: string, to: string, calendar: WorkCalendar): number {
  return workingDaysAfter(dayNumber(localDate(from)), dayNumber(localDate(to)), calendar);
}

/** Working days after one day, up to and including another. */
export function workingDaysAfter(from: number, to: number, calendar: WorkCalendar): number {
  let days = 0;
  for (let day = from + 1; day <= to; day += 1) if (isWorking(day, calendar)) days += 1;
  return days;
}
