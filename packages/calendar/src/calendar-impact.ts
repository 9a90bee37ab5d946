import { type ClockRequest, runClock } from "./run-clock.ts";
import type { WorkCalendar } from "./work-calendar.ts";

/** An open dossier as its main clock was started. */
export interface OpenDossier {
  readonly code: string;
  /** The due date that is valid now. */
  readonly due: string;
  /** Competent unit, whose calendar counts. */
  readonly unit?: string;
  readonly clock: Omit<ClockRequest, "calendar">;
}

/** A dossier whose due date a change of calendar would move. */
export interface AffectedDossier {
  readonly code: string;
  readonly due: string;
  readonly wouldBe: string;
  readonly provisional: boolean;
}

/** What a change of calendar would do. Nothing has moved. */
export interface CalendarImpact {
  readonly dossiers: number;
  readonly affected: readonly AffectedDossier[];
  /** Codes whose valid due date is not what their clock says on the old calendar (an extension that is not listed, say): to be looked at by hand. */
  readonly unexplained: readonly string[];
}

/** The calendars of a unit before and after the change. */
export type CalendarChange = (unit: string | undefined) => { readonly before: WorkCalendar; readonly after: WorkCalendar };

/** Which open dossiers would be due at another time under a changed calendar. */
export function calendarImpact(dossiers: readonly OpenDossier[], change: CalendarChange): CalendarImpact {
  const affected: AffectedDossier[] = [];
  const unexplained: string[] = [];
  for (const { code, due, unit, clock } of dossiers) {
    const { before, after } = change(unit);
    const now = runClock({ ...clock, calendar: before });
    const then = runClock({ ...clock, calendar: after });
    if (Date.parse(now.due) !== Date.parse(due)) unexplained.push(code);
    else if (then.due !== now.due) affected.push({ code, due: now.due, wouldBe: then.due, provisional: then.provisional });
  }
  return { dossiers: dossiers.length, affected, unexplained };
}
