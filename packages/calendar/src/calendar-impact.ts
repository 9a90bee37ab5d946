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
  /** The last recorded decision that moved the date, where the valid one is what it gave. */
  readonly moved?: { readonly before: string; readonly after: string };
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
  /** Codes whose valid due date is neither what their clock says on the old calendar nor what a recorded decision made of it (an extension that is not listed, say): to be looked at by hand. */
  readonly unexplained: readonly string[];
}

/** The calendars of a unit before and after the change. */
export type CalendarChange = (unit: string | undefined) => { readonly before: WorkCalendar; readonly after: WorkCalendar };

/** Which open dossiers would be due at another time under a changed calendar. */
export function calendarImpact(dossiers: readonly OpenDossier[], change: CalendarChange): CalendarImpact {
  const affected: AffectedDossier[] = [];
  const unexplained: string[] = [];
  for (const { code, due, unit, clock, moved } of dossiers) {
    const { before, after } = change(unit);
    const now = runClock({ ...clock, calendar: before });
    const then = runClock({ ...clock, calendar: after });
    if (!same(now.due, due) && !isExplained({ due, moved }, [now.due, then.due])) unexplained.push(code);
    else if (!same(then.due, due)) affected.push({ code, due, wouldBe: then.due, provisional: then.provisional });
  }
  return { dossiers: dossiers.length, affected, unexplained };
}

/** A recorded move explains a date it gave, if it began or ended at what the clock says on one of the calendars. */
function isExplained({ due, moved }: { readonly due: string; readonly moved: OpenDossier["moved"] | undefined }, counted: readonly string[]): boolean {
  return moved !== undefined && same(moved.after, due) && counted.some((date) => same(date, moved.before) || same(date, moved.after));
}

function same(a: string, b: string): boolean {
  return Date.parse(a) === Date.parse(b);
}
