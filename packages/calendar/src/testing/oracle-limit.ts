import type { DueMode } from "../count-limit.ts";
import type { Duration } from "../duration.ts";
import type { WorkCalendar } from "../work-calendar.ts";
import { clockTicks, DAY, dateAt, dayAt, minuteTicks, workedTime, type WorkedTime } from "./worked-time.ts";

/** A limit that the oracle is to count. */
export interface OracleLimit {
  readonly limit: Duration;
  readonly calendar: WorkCalendar;
  readonly mode?: DueMode | undefined;
  readonly cutOff?: string | undefined;
  /** The limit follows on another's end, whose day is not counted again. */
  readonly follows?: boolean | undefined;
}

/** Where counting began and ended, in ticks, and the days that were counted. */
export interface OracleCount {
  readonly begun: number;
  readonly end: number;
  readonly counted: ReadonlySet<number>;
}

interface Count {
  readonly asked: OracleLimit;
  readonly begun: number;
  readonly time: WorkedTime;
}

const COUNTS: Readonly<Record<Duration["unit"], (count: Count) => Omit<OracleCount, "begun">>> = {
  min: ({ asked, begun, time }) => work(begun, minuteTicks(asked.limit.value), time),
  wh: ({ asked, begun, time }) => work(begun, minuteTicks(asked.limit.value * 60), time),
  h: elapse,
  wd: workDays,
  d: (count) => passDays(count, firstDay(count) + Math.ceil(count.asked.limit.value)),
  mo: (count) => passDays(count, monthsLater(firstDay(count), count.asked.limit.value)),
  "same-day": ({ begun, time }) => ({
    end: closing(dayAt(begun), time),
    counted: new Set([dayAt(begun)]),
  }),
};

/** Counts a limit from the tick in which it was received, as section 4.3 of the notes and decision 5 say, by walking. */
export function countByWalking(asked: OracleLimit, received: number): OracleCount {
  const begun = beginning(asked, received);
  return { begun, ...COUNTS[asked.limit.unit]({ asked, begun, time: workedTime(asked.calendar) }) };
}

/** Past a cut-off the next day; then forward until somebody works. Time that looks at no session begins where it was received. */
function beginning({ limit, cutOff, calendar, follows }: OracleLimit, received: number): number {
  const time = workedTime(calendar);
  if (follows === true && limit.unit === "wd" && time.worksOn(dayFollowed(received, time))) return received;
  const until = cutOff ?? (limit.unit === "same-day" ? (calendar.policy?.sameDayCutOff ?? "15:00") : undefined);
  const civil = limit.unit === "h" || limit.unit === "d" || limit.unit === "mo";
  if (civil && until === undefined) return received;
  const day = dayAt(received);
  const missed = until !== undefined && time.worksOn(day) && received - day * DAY > clockTicks(until);
  return opening(missed ? (day + 1) * DAY : received, time);
}

/** Works so many ticks off; where the last one ends, the time is up. */
function work(from: number, ticks: number, time: WorkedTime): Omit<OracleCount, "begun"> {
  const counted = new Set<number>();
  let tick = from;
  let last = Number.NaN;
  for (let left = ticks; left > 0; tick += 1) {
    if (!time.works(tick)) continue;
    left -= 1;
    const day = dayAt(tick);
    if (day !== last) counted.add((last = day));
  }
  return { end: tick, counted };
}

function elapse({ asked: { limit, calendar }, begun, time }: Count): Omit<OracleCount, "begun"> {
  const end = begun + minuteTicks(limit.value * 60);
  const counted = new Set<number>();
  for (let day = dayAt(begun); day * DAY < end; day += 1) counted.add(day);
  const stays = calendar.policy?.elapsedEnd !== "ROLL" || time.works(end - 1);
  return { end: stays ? end : opening(end, time), counted };
}

/** The day of receipt is not counted. A part of a day is hours of work after the last whole day, and never more than a day. */
function workDays(count: Count): Omit<OracleCount, "begun"> {
  const { asked: { limit, calendar }, begun, time } = count;
  const counted = new Set<number>();
  let day = firstDay(count);
  while (counted.size + 1 <= limit.value) if (time.worksOn((day += 1))) counted.add(day);
  const last = endOf(day, count);
  const part = limit.value - counted.size;
  if (part === 0) return { end: last, counted };
  const from = counted.size === 0 ? begun : last;
  let next = day + 1;
  while (!time.worksOn(next)) next += 1;
  const most = endOf(next, count);
  const partly = work(from, minuteTicks(part * (calendar.policy?.hoursPerDay ?? 8) * 60), time);
  const end = Math.min(partly.end, most);
  for (let tick = from; tick < end; tick += 1) if (time.works(tick)) counted.add(dayAt(tick));
  return { end, counted };
}

/** Days of the civil calendar; one that ends on a rest day ends with the next day that is worked. */
function passDays(count: Count, last: number): Omit<OracleCount, "begun"> {
  const { time } = count;
  const counted = new Set<number>();
  for (let day = firstDay(count) + 1; day <= last; day += 1) counted.add(day);
  let due = last;
  while (!time.worksOn(due)) due += 1;
  return { end: endOf(due, count), counted };
}

function endOf(day: number, count: Count): number {
  const { asked, begun, time } = count;
  return asked.mode === "SAME_TIME" ? sameClock(day, begun - firstDay(count) * DAY, time) : closing(day, time);
}

/** The day that counting begins on, which is not counted itself. */
function firstDay({ asked, begun, time }: Count): number {
  return asked.follows === true ? dayFollowed(begun, time) : dayAt(begun);
}

/** The day on which another time ended: work that ends at midnight ends its own day. */
function dayFollowed(end: number, time: WorkedTime): number {
  return dayAt(time.works(end - 1) ? end - 1 : end);
}

/** The clock time where it is worked; else where work last stopped before it, else the opening. */
function sameClock(day: number, clock: number, time: WorkedTime): number {
  let tick = day * DAY + clock;
  if (clock < DAY && time.works(tick)) return tick;
  while (tick > day * DAY && !time.works(tick - 1)) tick -= 1;
  return tick > day * DAY ? tick : opening(tick, time);
}

/** The first tick from one on in which somebody works. */
export function opening(from: number, time: WorkedTime): number {
  let tick = from;
  while (!time.works(tick)) tick += time.worksOn(dayAt(tick)) ? 1 : (dayAt(tick) + 1) * DAY - tick;
  return tick;
}

/** Where work ends on a day that is worked. */
export function closing(day: number, time: WorkedTime): number {
  let tick = (day + 1) * DAY;
  while (!time.works(tick - 1)) tick -= 1;
  return tick;
}

/** The same number of the day so many months on, stepping back to a date that there is; half a month is 15 days. */
function monthsLater(day: number, months: number): number {
  const [year = 0, month = 0, number = 0] = dateAt(day).split("-").map(Number);
  const whole = Math.floor(months);
  const wanted = (((month - 1 + whole) % 12) + 12) % 12;
  for (let back = number; ; back -= 1) {
    const found = new Date(Date.UTC(year, month - 1 + whole, back));
    if (found.getUTCMonth() === wanted) return found.getTime() / 86_400_000 + (months === whole ? 0 : 15);
  }
}
