import type { CountingPolicy } from "./counting-policy.ts";
import { consume } from "./consume.ts";
import { countedDay, type DayPart, skippedDay } from "./counted-day.ts";
import type { Duration, DurationUnit } from "./duration.ts";
import { addMonths, dateOfDay, dayNumber } from "./local-time.ts";
import { clockSeconds, DAY_SECONDS, earliest, later, type Moment, secondsBetween } from "./moment.ts";
import type { WorkCalendar } from "./work-calendar.ts";
import { workingSeconds } from "./working-time.ts";
import { clockOn, closingOf, isWorking, nextWorkingDay, normalise, openingOf, workedOn } from "./working-moment.ts";

/** `END_OF_DAY`: the end of the last session of the last day (the legal reading); `SAME_TIME`: the clock time of the start. */
export type DueMode = "END_OF_DAY" | "SAME_TIME";

/** How a limit is counted. */
export interface CountRules {
  readonly calendar: WorkCalendar;
  readonly policy: CountingPolicy;
  readonly mode: DueMode;
  /** Local time `HH:mm`: received after it, the limit starts on the next working day. */
  readonly cutOff?: string;
  /** The limit follows on another's end: working days begin within the day it ended on, not with the next opening. */
  readonly follows?: boolean;
}

/** A limit run to its end. Amounts of days add up to what was consumed: days, or minutes (of work, or elapsed). */
export interface Counted {
  readonly start: Moment;
  readonly end: Moment;
  readonly measure: "day" | "minute";
  readonly days: readonly DayPart[];
}

type Count = (received: Moment, value: number, rules: CountRules) => Counted;

const HALF_MONTH_DAYS = 15;
const RECEIVED = "ngày tiếp nhận, không tính";

const COUNTS: Readonly<Record<DurationUnit, Count>> = {
  min: (received, value, rules) => workingTime(received, Math.round(value * 60), rules),
  wh: (received, value, rules) => workingTime(received, Math.round(value * 3_600), rules),
  h: elapsedTime,
  wd: workingDays,
  d: (received, value, rules) => calendarDays(received, (first) => first + Math.ceil(value), rules),
  mo: (received, value, rules) => calendarDays(received, (first) => monthsAfter(first, value), rules),
  "same-day": sameDay,
};

/** Counts one limit from one moment, without pauses. @throws RangeError when the calendar has no working day */
export function countLimit(received: Moment, { value, unit }: Duration, rules: CountRules): Counted {
  return COUNTS[unit](rules.follows === true ? asEnd(received, rules.calendar) : received, value, rules);
}

/** The receipt moved into working time, past the cut-off to the next working day, with the days passed over. */
function begin(received: Moment, { calendar, cutOff }: CountRules): { readonly start: Moment; readonly days: readonly DayPart[] } {
  const late = cutOff !== undefined && received.second > clockSeconds(cutOff) && isWorking(received.day, calendar);
  const start = late ? openingOf(nextWorkingDay(received.day, calendar), calendar) : normalise(received, calendar);
  const reason = late ? `tiếp nhận sau ${cutOff}: tính từ ngày làm việc tiếp theo` : "tiếp nhận sau giờ làm việc: tính từ ngày làm việc tiếp theo";
  const days: DayPart[] = [];
  for (let { day } = received; day < start.day; day += 1) days.push(skippedDay(day, calendar, isWorking(day, calendar) ? reason : undefined));
  return { start, days };
}

function workingTime(received: Moment, seconds: number, rules: CountRules): Counted {
  const { start, days } = begin(received, rules);
  const run = consume(start, seconds, rules.calendar);
  return { start, end: run.end, measure: "minute", days: [...days, ...run.days.map((part) => ({ ...part, amount: part.amount / 60 }))] };
}

/** The day of the start is not counted. A part of a day is working hours after the last whole day, and never longer than one. */
function workingDays(received: Moment, value: number, rules: CountRules): Counted {
  const { calendar, mode, policy, follows = false } = rules;
  const { start, days } = follows && isWorking(received.day, calendar) ? { start: received, days: [] } : begin(received, rules);
  const whole = Math.floor(value);
  const parts: DayPart[] = [...days, skippedDay(start.day, calendar, RECEIVED)];
  let { day } = start;
  for (let counted = 0; counted < whole; counted += 1) {
    day = passTo(nextWorkingDay(day, calendar), day, { parts, calendar });
    parts.push(countedDay(day, 1, calendar));
  }
  const ends = (on: number) => (mode === "SAME_TIME" ? clockOn(on, start.second, calendar) : closingOf(on, calendar));
  if (value === whole) return { start, end: ends(day), measure: "day", days: parts };
  const base = whole === 0 ? start : ends(day);
  const seconds = Math.round((value - whole) * policy.hoursPerDay * 3_600);
  const run = consume(base, seconds, calendar);
  const end = earliest(run.end, ends(nextWorkingDay(day, calendar)));
  const used = secondsBetween(end, run.end) > 0 ? consume(base, workingSeconds(base, end, calendar), calendar) : run;
  const fraction = used.days.map((part) => ({ ...part, amount: part.amount / (policy.hoursPerDay * 3_600) }));
  return { start, end, measure: "day", days: [...parts, ...fraction] };
}

/** Elapsed time does not stop for the night. */
function elapsedTime(received: Moment, value: number, rules: CountRules): Counted {
  const { calendar, policy, cutOff } = rules;
  const begun = cutOff === undefined ? { start: received, days: [] } : begin(received, rules);
  const end = later(begun.start, Math.round(value * 3_600));
  const days: DayPart[] = [...begun.days];
  for (let { day } = begun.start; day <= end.day; day += 1) {
    const from = day === begun.start.day ? begun.start.second : 0;
    const to = day === end.day ? end.second : DAY_SECONDS;
    if (to > from) days.push(countedDay(day, (to - from) / 60, calendar));
  }
  if (policy.elapsedEnd === "STAY") return { start: begun.start, end, measure: "minute", days };
  const rolled = normalise(end, calendar);
  for (let day = end.day + 1; day <= rolled.day; day += 1) days.push(skippedDay(day, calendar));
  // An end exactly at closing time is inside working time.
  return { start: begun.start, end: worksUntil(end, calendar) ? end : rolled, measure: "minute", days };
}

/** Days of the civil calendar; one that ends on a rest day ends with the next working day. A cut-off makes the receipt a working day's. */
function calendarDays(received: Moment, lastOf: (first: number) => number, rules: CountRules): Counted {
  const { calendar, mode, cutOff } = rules;
  const begun = cutOff === undefined ? { start: received, days: [] } : begin(received, rules);
  const first = begun.start.day;
  const last = lastOf(first);
  const parts: DayPart[] = [...begun.days, skippedDay(first, calendar, RECEIVED)];
  for (let day = first + 1; day <= last; day += 1) parts.push(countedDay(day, 1, calendar));
  const due = isWorking(last, calendar) ? last : nextWorkingDay(last, calendar);
  if (due > last) {
    passTo(due, last, { parts, calendar });
    parts.push(skippedDay(due, calendar, "ngày làm việc tiếp theo, vì thời hạn hết vào ngày nghỉ"));
  }
  return { start: begun.start, end: mode === "SAME_TIME" ? clockOn(due, begun.start.second, calendar) : closingOf(due, calendar), measure: "day", days: parts };
}

function sameDay(received: Moment, _: number, rules: CountRules): Counted {
  const { calendar, policy } = rules;
  const { start, days } = begin(received, { ...rules, cutOff: rules.cutOff ?? policy.sameDayCutOff });
  return { start, end: closingOf(start.day, calendar), measure: "day", days: [...days, countedDay(start.day, 1, calendar)] };
}

/** Half a month is 15 days, counted after the whole months. @see Civil Code 2015, Article 146 */
function monthsAfter(first: number, value: number): number {
  const whole = Math.floor(value);
  return dayNumber(addMonths(dateOfDay(first), whole)) + (value > whole ? HALF_MONTH_DAYS : 0);
}

/** Notes the rest days strictly between two days. */
function passTo(day: number, from: number, { parts, calendar }: { readonly parts: DayPart[]; readonly calendar: WorkCalendar }): number {
  for (let rest = from + 1; rest < day; rest += 1) parts.push(skippedDay(rest, calendar));
  return day;
}

/** Midnight at which a session ends belongs to that session's day. */
function asEnd(end: Moment, calendar: WorkCalendar): Moment {
  const { day, second } = later(end, -1);
  return worksUntil(end, calendar) ? { day, second: second + 1 } : end;
}

/** Whether work goes on until then: a session that ends there, at midnight too. */
function worksUntil(end: Moment, calendar: WorkCalendar): boolean {
  const { day, second } = later(end, -1);
  return workedOn(day, second, { to: second + 1, calendar }) > 0;
}
