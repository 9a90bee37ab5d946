import { dayOf } from "./day-of.ts";
import type { DayKind, WorkCalendar } from "./work-calendar.ts";

/** One day on the way to a due date. */
export interface CountedDay {
  readonly date: string;
  readonly kind: DayKind;
  readonly counted: boolean;
  /** In Vietnamese, for the receipt's reader. */
  readonly why: string;
}

/** A day with what it contributed. */
export interface DayPart extends CountedDay {
  /** Days since 1970-01-01. */
  readonly day: number;
  /** In the measure of its segment; 0 where not counted. */
  readonly amount: number;
}

/** A day that was counted. */
export function countedDay(day: number, amount: number, calendar: WorkCalendar): DayPart {
  const { date, kind, why } = dayOf(day, calendar);
  return { day, date, kind, counted: amount > 0, why, amount };
}

/** A day that was passed over, for its own reason or the one given. */
export function skippedDay(day: number, calendar: WorkCalendar, reason?: string): DayPart {
  const { date, kind, why } = dayOf(day, calendar);
  return { day, date, kind, counted: false, why: reason ?? why, amount: 0 };
}

/** The days after one day up to and including another: working days counted, others passed over. */
export function workedDays(after: number, last: number, calendar: WorkCalendar): readonly DayPart[] {
  const days: DayPart[] = [];
  for (let day = after + 1; day <= last; day += 1) days.push(dayOf(day, calendar).sessions.length > 0 ? countedDay(day, 1, calendar) : skippedDay(day, calendar));
  return days;
}
