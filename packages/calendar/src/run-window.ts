import type { DueMode } from "./count-limit.ts";
import type { CountedDay } from "./counted-day.ts";
import type { Duration } from "./duration.ts";
import { instantOf, latest, momentOf } from "./moment.ts";
import type { Pause } from "./pause.ts";
import { type ClockReading, runClock } from "./run-clock.ts";
import type { WorkCalendar } from "./work-calendar.ts";

/** One agency's part of a window. */
export interface WindowLeg {
  /** Who holds the dossier: a unit code or an agency. */
  readonly holder: string;
  readonly limit: Duration;
  /** The calendar of that agency. */
  readonly calendar: WorkCalendar;
  readonly mode?: DueMode;
  readonly cutOff?: string;
  readonly pauses?: readonly Pause[];
  /** `false` for a step whose time the law does not count (tax, public posting): its limit is an expectation only. @default true */
  readonly counts?: boolean;
  /** When it was handed on; absent while it runs. */
  readonly finishedAt?: string;
}

/** What is asked of {@link runWindow}. */
export interface WindowRequest {
  readonly start: string;
  readonly legs: readonly WindowLeg[];
}

/** One leg's clock, from when its holder really received the dossier. */
export interface LegReading {
  readonly holder: string;
  readonly start: string;
  readonly due: string;
  /** What the promise to the applicant gave it. */
  readonly promised: string;
  /** Whether its holder was late; absent while it runs and where the step does not count. */
  readonly late?: boolean;
  readonly days: readonly CountedDay[];
}

/** A legal window over several steps. */
export interface WindowReading {
  /** What the applicant was promised: nobody's haste or delay moves it, only steps that do not count do. */
  readonly due: string;
  readonly provisional: boolean;
  readonly legs: readonly LegReading[];
}

/**
 * Runs a window over the agencies that hold a dossier one after the other, each on its own calendar. The promise adds up the
 * limits; each holder's own clock starts when the one before handed on, so lateness falls on who held the dossier.
 * @throws RangeError when there is no leg, an instant is none or a calendar has no working day
 */
export function runWindow({ start, legs }: WindowRequest): WindowReading {
  if (legs.length === 0) throw new RangeError("a window has at least one leg");
  const readings: LegReading[] = [];
  let promised = start;
  let received = start;
  let provisional = false;
  for (const [index, leg] of legs.entries()) {
    const first = index === 0;
    const promise = legClock(leg, { start: promised, follows: !first });
    const own = legClock(leg, { start: received, follows: !first && legs[index - 1]?.finishedAt === undefined });
    provisional ||= promise.provisional;
    readings.push({ holder: leg.holder, start: own.start, due: own.due, promised: promise.due, ...lateness(leg, own), days: own.days });
    promised = leg.counts === false && leg.finishedAt !== undefined ? instantOf(latest(momentOf(promised), momentOf(leg.finishedAt))) : promise.due;
    received = leg.finishedAt ?? own.due;
  }
  return { due: promised, provisional, legs: readings };
}

/** A leg that follows on a due date, not on a real hand-over, begins within the day that ended. */
function legClock({ limit, calendar, mode, cutOff, pauses }: WindowLeg, { start, follows }: { readonly start: string; readonly follows: boolean }): ClockReading {
  const own = { ...(mode === undefined ? {} : { mode }), ...(pauses === undefined ? {} : { pauses }) };
  return runClock({ start, limit, calendar, follows, ...own, ...(follows || cutOff === undefined ? {} : { cutOff }) });
}

function lateness({ counts = true, finishedAt }: WindowLeg, { due }: ClockReading): Pick<LegReading, "late"> {
  return finishedAt === undefined || !counts ? {} : { late: Date.parse(finishedAt) > Date.parse(due) };
}
