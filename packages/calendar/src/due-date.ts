import { countLimit, type DueMode } from "./count-limit.ts";
import type { CountedDay } from "./counted-day.ts";
import type { Duration } from "./duration.ts";
import { instantOf, momentOf } from "./moment.ts";
import { rulesOf, runClock } from "./run-clock.ts";
import type { WorkCalendar } from "./work-calendar.ts";

/** What is asked of {@link dueDate}. */
export interface DueDateRequest {
  /** ISO 8601 instant. */
  readonly start: string;
  readonly limit: Duration;
  readonly calendar: WorkCalendar;
  /** @default END_OF_DAY */
  readonly mode?: DueMode;
  /** Local time `HH:mm`: received after it, the limit starts on the next working day. */
  readonly cutOff?: string;
  /** The start is another time's end: its day is not counted again, and working days begin within it. @default false */
  readonly follows?: boolean;
}

/** A due date and its why. Instants are ISO 8601 with `+07:00`. */
export interface DueDate {
  readonly due: string;
  /** When counting began: the receipt, moved into working time where the limit counts working time. */
  readonly start: string;
  /** Whether a day on the way is not officially announced yet. */
  readonly provisional: boolean;
  readonly days: readonly CountedDay[];
}

/**
 * The due date of a limit that starts at an instant and is never paused. The day of the start is not counted in days; a
 * limit in calendar days or months that ends on a rest day ends with the next working day (Civil Code 2015, Articles 147–148).
 * @throws RangeError when the start is no instant or the calendar has no working day
 */
export function dueDate(request: DueDateRequest): DueDate {
  const reading = runClock(request);
  const { due, start, provisional } = reading;
  return {
    due,
    start,
    provisional,
    get days() {
      return reading.days;
    },
  };
}

/** The instant of {@link dueDate} alone, ISO 8601 with `+07:00`: for whoever asks neither why nor whether it may still change. @throws RangeError as `dueDate` does */
export function dueAt(request: DueDateRequest): string {
  return instantOf(countLimit(momentOf(request.start), request.limit, rulesOf(request)).end);
}
