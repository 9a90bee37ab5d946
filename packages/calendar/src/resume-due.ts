import type { DueDate } from "./due-date.ts";
import type { Duration } from "./duration.ts";
import { explainDays } from "./explain-days.ts";
import { instantOf, momentOf } from "./moment.ts";
import { moveDue, type MovedDue } from "./move-due.ts";
import type { PausePolicy } from "./pause.ts";
import { crossesProvisional, rulesOf } from "./run-clock.ts";
import type { RunSegment } from "./segment.ts";
import type { WorkCalendar } from "./work-calendar.ts";

/** A pause that has ended, met by a due date that is already printed. */
export interface ResumeRequest {
  readonly policy: PausePolicy;
  /** Due date before the pause. */
  readonly due: string;
  readonly pausedAt: string;
  readonly resumedAt: string;
  /** The limit, for RESTART and for hours that run at night. */
  readonly limit: Duration;
  readonly cutOff?: string;
  readonly calendar: WorkCalendar;
}

/** The due date after a pause, read as the calendar's policy says; its days are those after the pause. */
export function resumeDue(request: ResumeRequest): DueDate {
  const { policy, limit, calendar } = request;
  const due = momentOf(request.due);
  const from = momentOf(request.pausedAt);
  const to = momentOf(request.resumedAt);
  const moved = moveDue(policy, { due, from, to, limit, rules: rulesOf(request) });
  if (moved === undefined) return { due: request.due, start: request.due, provisional: crossesProvisional(from, due, calendar), days: [] };
  return {
    due: instantOf(moved.end),
    start: instantOf(moved.start),
    provisional: crossesProvisional(from, moved.end, calendar),
    get days() {
      return explainDays({ from: to, due: moved.end, segments: [afterPause(moved, limit)], pauses: [], calendar });
    },
  };
}

function afterPause({ start, end, measure, days }: MovedDue, { unit }: Duration): RunSegment {
  return { why: "remaining", from: start, to: end, measure, elapsed: unit === "h", lost: false, days };
}
