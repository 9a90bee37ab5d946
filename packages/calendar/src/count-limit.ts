import type { CountingPolicy } from "./counting-policy.ts";
import { consume } from "./consume.ts";
import { countedDay, type DayPart, skippedDay, workedDays } from "./counted-day.ts";
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

/** A limit run to its end. */
export interface Counted {
  readonly start: Moment;
  readonly end: Moment;
  readonly measure: "day" | "minute";
  /**
   * The days on the way, put together when they are asked for: most only ask for the end. Amounts add up to what was
   * consumed: days, or minutes (of work, or elapsed).
   */
  readonly days: () => readonly DayPart[];
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

type Begun = Pick<Counted, "start" | "days">;

/** The receipt moved into working time, past the cut-off to the next working day, with the days passed over. */
function begin(received: Moment, { calendar, cutOff }: CountRules): Begun {
  const late = cutOff !== undefined && received.second > clockSeconds(cutOff) && isWorking(received.day, calendar);
  const start = late ? openingOf(nextWorkingDay(received.day, calendar), calendar) : normalise(received, calendar);
  const reason = late ? `tiếp nhận sau ${cutOff}: tính từ ngày làm việc tiếp theo` : "tiếp nhận sau giờ làm việc: tính từ ngày làm việc tiếp theo";
  return {
    start,
    days() {
      const days: DayPart[] = [];
      for (let { day } = received; day < start.day; day += 1) days.push(skippedDay(day, calendar, isWorking(day, calendar) ? reason : undefined));
      return days;
    },
  };
}

/** A limit that begins with the receipt itself passes over no day. */
function beginAt(start: Moment): Begun {
  return { start, days: noDays };
}

function noDays(): readonly DayPart[] {
  return [];
}

function workingTime(received: Moment, seconds: number, rules: CountRules): Counted {
  const begun = begin(received, rules);
  const run = consume(begun.start, seconds, rules.calendar);
  return {
    start: begun.start, end: run.end, measure: "minute",
    days() {
      return [...begun.days(), ...inUnits(run.days, 60)];
    },
  };
}

function inUnits(parts: readonly DayPart[], seconds: number): readonly DayPart[] {
  return parts.map((part) => ({ ...part, amount: part.amount / seconds }));
}

/** The day of the start is not counted. A part of a day is working hours after the last whole day, and never longer than one. */
function workingDays(received: Moment, value: number, rules: CountRules): Counted {
  const { calendar, follows = false } = rules;
  const begun = follows && isWorking(received.day, calendar) ? beginAt(received) : begin(received, rules);
  const whole = Math.floor(value);
  let last = begun.start.day;
  for (let left = whole; left > 0; left -= 1) last = nextWorkingDay(last, calendar);
  const counted = wholeDays(begun, last, rules);
  return value === whole ? counted : withPart(counted, { from: whole === 0 ? begun.start : counted.end, part: value - whole }, rules);
}

function wholeDays({ start, days }: Begun, last: number, rules: CountRules): Counted {
  const { calendar } = rules;
  return {
    start, end: endOn(last, start, rules), measure: "day",
    days() {
      return [...days(), skippedDay(start.day, calendar, RECEIVED), ...workedDays(start.day, last, calendar)];
    },
  };
}

/** A part of a day after whole ones, which ends no later than the next day would. */
function withPart(whole: Counted, { from, part }: { readonly from: Moment; readonly part: number }, rules: CountRules): Counted {
  const { calendar, policy } = rules;
  const daySeconds = policy.hoursPerDay * 3_600;
  const run = consume(from, Math.round(part * daySeconds), calendar);
  const end = earliest(run.end, endOn(nextWorkingDay(whole.end.day, calendar), whole.start, rules));
  return {
    ...whole, end,
    days() {
      const used = secondsBetween(end, run.end) > 0 ? consume(from, workingSeconds(from, end, calendar), calendar) : run;
      return [...whole.days(), ...inUnits(used.days, daySeconds)];
    },
  };
}

/** Where a limit in days ends on its last day. */
function endOn(day: number, start: Moment, { mode, calendar }: CountRules): Moment {
  return mode === "SAME_TIME" ? clockOn(day, start.second, calendar) : closingOf(day, calendar);
}

/** Elapsed time does not stop for the night. */
function elapsedTime(received: Moment, value: number, rules: CountRules): Counted {
  const { calendar, policy, cutOff } = rules;
  const begun = cutOff === undefined ? beginAt(received) : begin(received, rules);
  const { start } = begun;
  const end = later(start, Math.round(value * 3_600));
  const rolled = policy.elapsedEnd === "STAY" ? end : normalise(end, calendar);
  return {
    // An end exactly at closing time is inside working time.
    start, end: rolled === end || worksUntil(end, calendar) ? end : rolled, measure: "minute",
    days() {
      return [...begun.days(), ...elapsedDays(start, end, calendar), ...passedDays(end.day + 1, rolled.day, calendar)];
    },
  };
}

/** Rest days from one to another, both of them. */
function passedDays(first: number, last: number, calendar: WorkCalendar): readonly DayPart[] {
  const days: DayPart[] = [];
  for (let day = first; day <= last; day += 1) days.push(skippedDay(day, calendar));
  return days;
}

function elapsedDays(start: Moment, end: Moment, calendar: WorkCalendar): readonly DayPart[] {
  const days: DayPart[] = [];
  for (let { day } = start; day <= end.day; day += 1) {
    const from = day === start.day ? start.second : 0;
    const to = day === end.day ? end.second : DAY_SECONDS;
    if (to > from) days.push(countedDay(day, (to - from) / 60, calendar));
  }
  return days;
}

/** Days of the civil calendar; one that ends on a rest day ends with the next working day. A cut-off makes the receipt a working day's. */
function calendarDays(received: Moment, lastOf: (first: number) => number, rules: CountRules): Counted {
  const { calendar, cutOff } = rules;
  const begun = cutOff === undefined ? beginAt(received) : begin(received, rules);
  const { start } = begun;
  const last = lastOf(start.day);
  const due = isWorking(last, calendar) ? last : nextWorkingDay(last, calendar);
  return {
    start, end: endOn(due, start, rules), measure: "day",
    days() {
      return [...begun.days(), ...civilDays({ first: start.day, last, due }, calendar)];
    },
  };
}

function civilDays({ first, last, due }: Readonly<Record<"first" | "last" | "due", number>>, calendar: WorkCalendar): readonly DayPart[] {
  const days = [skippedDay(first, calendar, RECEIVED)];
  for (let day = first + 1; day <= last; day += 1) days.push(countedDay(day, 1, calendar));
  if (due > last) days.push(...passedDays(last + 1, due - 1, calendar), skippedDay(due, calendar, "ngày làm việc tiếp theo, vì thời hạn hết vào ngày nghỉ"));
  return days;
}

function sameDay(received: Moment, _: number, rules: CountRules): Counted {
  const { calendar, policy } = rules;
  const begun = begin(received, { ...rules, cutOff: rules.cutOff ?? policy.sameDayCutOff });
  const { start } = begun;
  return {
    start, end: closingOf(start.day, calendar), measure: "day",
    days() {
      return [...begun.days(), countedDay(start.day, 1, calendar)];
    },
  };
}

/** Half a month is 15 days, counted after the whole months. @see Civil Code 2015, Article 146 */
function monthsAfter(first: number, value: number): number {
  const whole = Math.floor(value);
  return dayNumber(addMonths(dateOfDay(first), whole)) + (value > whole ? HALF_MONTH_DAYS : 0);
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
