import { type Counted, countLimit, type CountRules } from "./count-limit.ts";
import type { Duration, DurationUnit } from "./duration.ts";
import { latest, type Moment } from "./moment.ts";
import type { WorkCalendar } from "./work-calendar.ts";
import { closingOf, isWorking } from "./working-moment.ts";

const IN_DAYS: ReadonlySet<DurationUnit> = new Set(["wd", "d", "mo", "same-day"]);

/**
 * A further time after a due date, counted from the later of the due date and the moment it is granted. Days count from
 * within the day that was promised, which itself is not counted again, and end with their day; hours count from its end.
 */
export function extendFrom(due: Moment, { at, by }: { readonly at: Moment; readonly by: Duration }, rules: CountRules): Counted {
  const { cutOff: _, ...rest } = rules;
  const plain: CountRules = { ...rest, mode: "END_OF_DAY" };
  const from = latest(due, at);
  return countLimit(from === due ? continued(due, by, rules.calendar) : from, by, plain);
}

/** Where a time that follows on another's end begins: days within the day it ended on, not with the next morning. */
export function continued(end: Moment, { unit }: Duration, calendar: WorkCalendar): Moment {
  if (!IN_DAYS.has(unit) || !isWorking(end.day, calendar)) return end;
  return { day: end.day, second: Math.min(end.second, closingOf(end.day, calendar).second - 1) };
}
