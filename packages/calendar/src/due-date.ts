import type { Duration } from "./duration.ts";
import type { DayKind, WorkCalendar } from "./work-calendar.ts";

/** `END_OF_DAY`: the end of the last session of the last day (the legal reading); `SAME_TIME`: the clock time of the start. */
export type DueMode = "END_OF_DAY" | "SAME_TIME";

/** What is asked of {@link dueDate}. */
export interface DueDateRequest {
  /** ISO 8601 instant. */
  readonly start: string;
  readonly limit: Duration;
  readonly calendar: WorkCalendar;
  readonly mode?: DueMode;
  /** Local time `HH:mm`: received after it, the limit starts on the next working day. */
  readonly cutOff?: string;
}

/** One day on the way to a due date. */
export interface CountedDay {
  readonly date: string;
  readonly kind: DayKind;
  readonly counted: boolean;
  readonly why: string;
}

/** A due date and its why. Instants are ISO 8601 with `+07:00`. */
export interface DueDate {
  readonly due: string;
  readonly start: string;
  readonly provisional: boolean;
  readonly days: readonly CountedDay[];
}

/** The due date of a limit that starts at an instant. */
export declare function dueDate(request: DueDateRequest): DueDate;
