import { latest, earliest, type Moment, momentOf, secondsBetween } from "./moment.ts";
import type { Pause } from "./pause.ts";
import type { WorkCalendar } from "./work-calendar.ts";
import { workingSeconds } from "./working-time.ts";

/** A clock that was stopped. Instants are ISO 8601. */
export interface FinishedClock {
  readonly start: string;
  /** The due date valid at the end. */
  readonly due: string;
  readonly finishedAt: string;
  readonly pauses?: readonly Pause[];
  readonly calendar: WorkCalendar;
}

/**
 * Working minutes by which a finished clock is late; 0 when it is not. Time of SUBTRACT pauses is taken off what it took:
 * RESTART and EXTEND have moved the due date already.
 */
export function lateBy({ start, due, finishedAt, pauses = [], calendar }: FinishedClock): number {
  const [from, to] = [momentOf(start), momentOf(finishedAt)];
  if (secondsBetween(momentOf(due), to) <= 0) return 0;
  const took = workingSeconds(from, to, calendar) - pausedSeconds(pauses, { from, to, calendar });
  return Math.max(0, took - workingSeconds(from, momentOf(due), calendar)) / 60;
}

/** Working seconds of the SUBTRACT pauses inside a stretch; where they overlap, once. */
function pausedSeconds(pauses: readonly Pause[], { from, to, calendar }: { readonly from: Moment; readonly to: Moment; readonly calendar: WorkCalendar }): number {
  let reached = from;
  let total = 0;
  for (const pause of pauses.filter(({ policy }) => policy === "SUBTRACT").toSorted((a, b) => Date.parse(a.from) - Date.parse(b.from))) {
    const ends = earliest(momentOf(pause.to), to);
    total += workingSeconds(latest(momentOf(pause.from), reached), ends, calendar);
    reached = latest(reached, ends);
  }
  return total;
}
