import { type Day, dayOf } from "./day-of.ts";
import type { Moment } from "./moment.ts";
import type { WorkCalendar } from "./work-calendar.ts";

/** More days than any limit has: a calendar without sessions must not loop. */
const HORIZON_DAYS = 3_700;

/** Whether a unit works on a day. */
export function isWorking(day: number, calendar: WorkCalendar): boolean {
  return dayOf(day, calendar).sessions.length > 0;
}

/** The first working day after a day. @throws RangeError when the calendar has none */
export function nextWorkingDay(day: number, calendar: WorkCalendar): number {
  for (let next = day + 1; next <= day + HORIZON_DAYS; next += 1) if (isWorking(next, calendar)) return next;
  throw new RangeError("the calendar has no working day");
}

/** When work begins on a working day. */
export function openingOf(day: number, calendar: WorkCalendar): Moment {
  return { day, second: sessionsOf(day, calendar)[0]?.from ?? 0 };
}

/** When work ends on a working day. */
export function closingOf(day: number, calendar: WorkCalendar): Moment {
  return { day, second: sessionsOf(day, calendar).at(-1)?.to ?? 0 };
}

/** A moment moved into working time: itself inside a session, else the next opening. */
export function normalise(at: Moment, calendar: WorkCalendar): Moment {
  for (const { from, to } of sessionsOf(at.day, calendar)) {
    if (at.second < from) return { day: at.day, second: from };
    if (at.second < to) return at;
  }
  return openingOf(nextWorkingDay(at.day, calendar), calendar);
}

/** A clock time on a working day; outside its sessions the end of the session before, or the opening. */
export function clockOn(day: number, second: number, calendar: WorkCalendar): Moment {
  const sessions = sessionsOf(day, calendar);
  const session = sessions.findLast(({ from }) => from <= second) ?? sessions[0];
  return { day, second: Math.max(session?.from ?? 0, Math.min(second, session?.to ?? 0)) };
}

/** Session seconds of one day between two of its seconds. */
export function workedOn(day: number, from: number, { to, calendar }: { readonly to: number; readonly calendar: WorkCalendar }): number {
  return sessionsOf(day, calendar).reduce((sum, session) => sum + Math.max(0, Math.min(session.to, to) - Math.max(session.from, from)), 0);
}

function sessionsOf(day: number, calendar: WorkCalendar): Day["sessions"] {
  return dayOf(day, calendar).sessions;
}
