import type { DurationUnit } from "../duration.ts";
import type { FinishedClock } from "../late-by.ts";
import type { WorkCalendar } from "../work-calendar.ts";
import { dateAt, dayAt, tickOf, workedTime } from "./worked-time.ts";

const TICKS_A_MINUTE = 4;

/** Working minutes between two instants, tick by tick. */
export function oracleMinutes(from: string, to: string, calendar: WorkCalendar): number {
  const { works } = workedTime(calendar);
  const end = tickOf(to);
  let worked = 0;
  for (let tick = tickOf(from); tick < end; tick += 1) if (works(tick)) worked += 1;
  return worked / TICKS_A_MINUTE;
}

/** How much of a unit lies between two instants, tick by tick and day by day. */
export function oracleMeasure({ from, to, unit }: { readonly from: string; readonly to: string; readonly unit: Exclude<DurationUnit, "same-day"> }, calendar: WorkCalendar): number {
  const [first, last] = [dayAt(tickOf(from)), dayAt(tickOf(to))];
  if (unit === "min") return oracleMinutes(from, to, calendar);
  if (unit === "wh") return oracleMinutes(from, to, calendar) / 60;
  if (unit === "h") return Math.max(0, tickOf(to) - tickOf(from)) / TICKS_A_MINUTE / 60;
  let days = 0;
  let months = 0;
  for (let day = first + 1; day <= last; day += 1) {
    if (unit === "d" || workedTime(calendar).worksOn(day)) days += 1;
    if (endsMonth(first, day)) months += 1;
  }
  return unit === "mo" ? months : days;
}

/** Whether a month that began on one day is full on another: the same number, or the last day of a month that lacks it. */
function endsMonth(first: number, day: number): boolean {
  const wanted = Number(dateAt(first).slice(8));
  const number = Number(dateAt(day).slice(8));
  return number === wanted || (number < wanted && dateAt(day + 1).endsWith("-01"));
}

/** Working minutes a finished clock is late: work done outside SUBTRACT pauses, held against what there was until the due date. */
export function oracleLateBy({ start, due, finishedAt, pauses = [], calendar }: FinishedClock): number {
  const end = tickOf(finishedAt);
  if (end <= tickOf(due)) return 0;
  const { works } = workedTime(calendar);
  const off = pauses.filter(({ policy }) => policy === "SUBTRACT").map(({ from, to }) => [tickOf(from), tickOf(to)] as const);
  let took = 0;
  for (let tick = tickOf(start); tick < end; tick += 1) {
    if (works(tick) && !off.some(([from, to]) => from <= tick && tick < to)) took += 1;
  }
  return Math.max(0, took / TICKS_A_MINUTE - oracleMinutes(start, due, calendar));
}
