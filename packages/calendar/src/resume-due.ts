import { type CountedDay, dueDate, type DueDate } from "./due-date.ts";
import type { Duration } from "./duration.ts";
import { addDays, instantOf, localTime } from "./local-time.ts";
import type { WorkCalendar } from "./work-calendar.ts";
import { dayOf } from "./day-of.ts";
import { workingDaysBetween, workingMinutes } from "./working-time.ts";

/**
 * What a pause does to a due date. RESTART: the whole limit begins again at the resume. EXTEND: the due date moves by
 * the working time of the pause. SUBTRACT: nothing moves, evaluation subtracts the pause. NONE: no pause.
 */
export type PausePolicy = "RESTART" | "EXTEND" | "SUBTRACT" | "NONE";

/** A pause that has ended. */
export interface ResumeRequest {
  readonly policy: PausePolicy;
  /** Due date before the pause. */
  readonly due: string;
  readonly pausedAt: string;
  readonly resumedAt: string;
  /** The limit, for RESTART. */
  readonly limit: Duration;
  readonly cutOff?: string;
  readonly calendar: WorkCalendar;
}

/**
 * The due date after a pause. A due date at the end of a day moves by whole working days (the receipt speaks of days);
 * one at a clock time moves by working minutes.
 */
export function resumeDue(request: ResumeRequest): DueDate {
  const { policy, due, resumedAt, limit, calendar, cutOff } = request;
  if (policy === "RESTART") return dueDate({ start: resumedAt, limit, calendar, ...(cutOff === undefined ? {} : { cutOff }) });
  if (policy === "EXTEND" && endsWithItsDay(due, calendar)) {
    return moveByDays(due, workingDaysBetween(request.pausedAt, resumedAt, calendar), calendar);
  }
  if (policy === "EXTEND") {
    const value = workingMinutes(request.pausedAt, resumedAt, calendar);
    return dueDate({ start: due, limit: { value, unit: "min" }, calendar });
  }
  return moveByDays(due, 0, calendar);
}

function endsWithItsDay(due: string, calendar: WorkCalendar): boolean {
  const { date, minutes } = localTime(due);
  return dayOf(date, calendar).sessions.at(-1)?.to === minutes;
}

/** The end of the n-th working day after the day a due date falls on; the due date itself for none. */
function moveByDays(due: string, count: number, calendar: WorkCalendar): DueDate {
  const days: CountedDay[] = [];
  let { date, minutes } = localTime(due);
  let provisional = dayOf(date, calendar).provisional;
  for (let left = count; left > 0; ) {
    date = addDays(date, 1);
    const day = dayOf(date, calendar);
    const counted = day.sessions.length > 0;
    days.push({ date, kind: day.kind, counted, why: day.why });
    provisional ||= day.provisional;
    if (counted) {
      left -= 1;
      minutes = day.sessions.at(-1)?.to ?? minutes;
    }
  }
  return { due: count === 0 ? due : instantOf({ date, minutes }), start: due, provisional, days };
}
