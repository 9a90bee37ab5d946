import type { Pause } from "../pause.ts";
import type { ClockRequest, Extension } from "../run-clock.ts";
import { closing, countByWalking, opening, type OracleLimit } from "./oracle-limit.ts";
import { DAY, dateAt, dayAt, instantAt, tickOf, workedTime, type WorkedTime } from "./worked-time.ts";

/** What the oracle says of a clock. Instants are ISO 8601 with `+07:00`. */
export interface OracleReading {
  readonly due: string;
  readonly firstDue: string;
  readonly start: string;
  readonly provisional: boolean;
  /** Due dates before and after each pause and extension, in the order in which they began. */
  readonly moves: readonly { readonly before: string; readonly after: string }[];
  /** Dates counted by the limit itself, pauses and extensions left out. */
  readonly counted: readonly string[];
}

interface Standing {
  readonly due: number;
  /** Before it, time stands still already. */
  readonly still: number;
}

/**
 * A clock once more, by walking quarter minutes and days: the readings of decision 5 written a second time, slow and plain,
 * with no line of the clock's own code. What both say is the law's reading; where they differ, one of them is wrong.
 */
export function oracleClock(request: ClockRequest): OracleReading {
  const time = workedTime(request.calendar);
  const received = tickOf(request.start);
  const first = countByWalking(request, received);
  const moves: OracleReading["moves"][number][] = [];
  let standing: Standing = { due: first.end, still: first.begun };
  for (const act of inOrder(request)) {
    const before = instantAt(standing.due);
    standing = "policy" in act ? stopped(standing, act, request) : granted(standing, act, request);
    moves.push({ before, after: instantAt(standing.due) });
  }
  let provisional = false;
  for (let day = dayAt(received); day <= Math.max(dayAt(received), dayAt(standing.due - 1)); day += 1) provisional ||= time.provisional(day);
  return {
    due: instantAt(standing.due),
    firstDue: instantAt(first.end),
    start: instantAt(first.begun),
    provisional,
    moves,
    counted: [...first.counted].toSorted((a, b) => a - b).map(dateAt),
  };
}

/** Where a pause leaves a due date that is printed already. */
export function oracleMoved(due: string, pause: Pause, asked: OracleLimit): string {
  return instantAt(stopped({ due: tickOf(due), still: Number.NEGATIVE_INFINITY }, pause, asked).due);
}

function inOrder({ pauses = [], extensions = [] }: ClockRequest): readonly (Pause | Extension)[] {
  const began = (act: Pause | Extension) => Date.parse("at" in act ? act.at : act.from);
  const acts = [...pauses, ...extensions].map((act, index) => ({ act, index }));
  return acts.sort((a, b) => began(a.act) - began(b.act) || a.index - b.index).map(({ act }) => act);
}

/** SUBTRACT and NONE move nothing. What stands still already is not stopped twice. */
function stopped({ due, still }: Standing, pause: Pause, asked: OracleLimit): Standing {
  const from = Math.max(tickOf(pause.from), still);
  const to = tickOf(pause.to);
  if (pause.policy === "SUBTRACT" || pause.policy === "NONE") return { due, still };
  if (to <= from) return { due, still: Math.max(still, to) };
  if (pause.policy === "EXTEND") return { due: pushed(due, { from, to }, asked), still: to };
  const again = countByWalking({ ...asked, follows: false }, to);
  return again.end > due ? { due: again.end, still: Math.max(to, again.begun) } : { due, still: to };
}

/** For every bit of work that the pause stood still, the due date moves on by as much; after the due date nothing is healed. */
function pushed(due: number, { from, to }: { readonly from: number; readonly to: number }, { limit, calendar }: OracleLimit): number {
  const time = workedTime(calendar);
  if (from >= due) return due;
  if (limit.unit === "h") return due + to - from;
  const endsDay = time.works(due - 1) && closing(dayAt(due - 1), time) === due;
  if (endsDay && (calendar.policy?.extend ?? "WHOLE_DAYS") === "WHOLE_DAYS") return byDays(due, { from, to, time });
  let remained = false;
  for (let tick = from; tick < due && !remained; tick += 1) remained = time.works(tick);
  // Nothing remained: due when work goes on.
  if (!remained) return Math.max(due, opening(to, time));
  let moved = due;
  for (let tick = from; tick < to; tick += 1) if (time.works(tick)) moved = opening(moved, time) + 1;
  return moved;
}

/** For every working day that the pause passed, the next working day's end; and never before work goes on. */
function byDays(due: number, { from, to, time }: { readonly from: number; readonly to: number; readonly time: WorkedTime }): number {
  let day = dayAt(due - 1);
  for (let passed = dayAt(from) + 1; passed <= dayAt(to); passed += 1) if (time.worksOn(passed)) day = dayAt(opening((day + 1) * DAY, time));
  return closing(Math.max(day, dayAt(opening(to, time))), time);
}

/** From the day promised, which is not counted again, or from the day it is granted, if later; ends with its day. */
function granted({ due, still }: Standing, { at, by }: Extension, { calendar }: OracleLimit): Standing {
  const later = tickOf(at) > due;
  return {
    due: Math.max(due, countByWalking({ limit: by, calendar, follows: !later }, later ? tickOf(at) : due).end),
    still,
  };
}
