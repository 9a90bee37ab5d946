import type { DurationUnit } from "./duration.ts";
import { addMonths, dateOfDay } from "./local-time.ts";
import { type Moment, momentOf, secondsBetween } from "./moment.ts";
import type { WorkCalendar } from "./work-calendar.ts";
import { workingDaysAfter, workingSeconds } from "./working-time.ts";

type Measure = (from: Moment, to: Moment, calendar: WorkCalendar) => number;

const MEASURES: Readonly<Record<Exclude<DurationUnit, "same-day">, Measure>> = {
  min: (from, to, calendar) => workingSeconds(from, to, calendar) / 60,
  wh: (from, to, calendar) => workingSeconds(from, to, calendar) / 3_600,
  h: (from, to) => Math.max(0, secondsBetween(from, to)) / 3_600,
  wd: (from, to, calendar) => workingDaysAfter(from.day, to.day, calendar),
  d: (from, to) => Math.max(0, to.day - from.day),
  mo: wholeMonths,
};

/**
 * The other way round: how much of a unit lies between two instants. Days and months are those a limit counts: the day of
 * the first instant is none, the day of the second is one, only whole months.
 * @throws RangeError when an instant is none
 */
export function measureTime({ from, to, unit }: { readonly from: string; readonly to: string; readonly unit: keyof typeof MEASURES }, calendar: WorkCalendar): number {
  return MEASURES[unit](momentOf(from), momentOf(to), calendar);
}

function wholeMonths(from: Moment, to: Moment): number {
  const [start, end] = [dateOfDay(from.day), dateOfDay(to.day)];
  let months = 0;
  while (addMonths(start, months + 1) <= end) months += 1;
  return months;
}
