import { DEFAULT_POLICY } from "./counting-policy.ts";
import { type Counted, countLimit, type CountRules, type DueMode } from "./count-limit.ts";
import type { CountedDay } from "./counted-day.ts";
import { dayOf } from "./day-of.ts";
import type { Duration } from "./duration.ts";
import { explainDays } from "./explain-days.ts";
import { extendFrom } from "./extend-due.ts";
import { instantOf, later, latest, type Moment, momentOf, secondsBetween } from "./moment.ts";
import { moveDue } from "./move-due.ts";
import type { AppliedPause, Pause } from "./pause.ts";
import { cutSegments, oneADay, type RunSegment } from "./segment.ts";
import type { WorkCalendar } from "./work-calendar.ts";

/** More time that was granted and apologised for (form 04). */
export interface Extension {
  /** When it was granted. */
  readonly at: string;
  readonly by: Duration;
}

/** What a clock is started with. The same function runs the acceptance clock, the main clock and every response window. */
export interface ClockRequest {
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
  readonly pauses?: readonly Pause[];
  readonly extensions?: readonly Extension[];
}

/** A stretch the clock ran without a break: the amounts of its days add up to `consumed`, in its measure. */
export interface ClockSegment {
  readonly why: RunSegment["why"];
  readonly from: string;
  readonly to: string;
  /** Days, or minutes: of sessions, for elapsed hours of day and night. */
  readonly measure: "day" | "minute";
  readonly consumed: number;
  /** A restart made it count for nothing. */
  readonly lost: boolean;
  readonly days: readonly (CountedDay & { readonly amount: number })[];
}

/** What a clock says. Instants are ISO 8601 with `+07:00`. */
export interface ClockReading {
  /** The due date that is valid now. */
  readonly due: string;
  /** The one promised first: it stays visible for ever. */
  readonly firstDue: string;
  /** When counting began. */
  readonly start: string;
  /** Whether a day on the way is not officially announced yet. */
  readonly provisional: boolean;
  readonly days: readonly CountedDay[];
  readonly segments: readonly ClockSegment[];
  readonly pauses: readonly AppliedPause[];
  readonly extensions: readonly (Extension & { readonly before: string; readonly after: string })[];
}

interface Run {
  readonly due: Moment;
  readonly segments: readonly RunSegment[];
  /** Time before it was already paused. */
  readonly resumed: Moment;
}

/**
 * Runs a clock through its pauses and extensions, in the order in which they began. No pause brings the due date forward.
 * @throws RangeError when an instant is none or the calendar has no working day
 */
export function runClock(request: ClockRequest): ClockReading {
  const rules = rulesOf(request);
  const received = momentOf(request.start);
  const counted = countLimit(received, request.limit, rules);
  let run: Run = { due: counted.end, segments: [segmentOf(counted, "limit", request.limit)], resumed: counted.start };
  const pauses: AppliedPause[] = [];
  const extensions: ClockReading["extensions"][number][] = [];
  for (const act of actsOf(request)) {
    const before = instantOf(run.due);
    run = "policy" in act ? paused(run, act, { limit: request.limit, rules }) : extended(run, act, rules);
    if ("policy" in act) pauses.push({ ...act, before, after: instantOf(run.due) });
    else extensions.push({ ...act, before, after: instantOf(run.due) });
  }
  return {
    due: instantOf(run.due),
    firstDue: instantOf(counted.end),
    start: instantOf(counted.start),
    provisional: crossesProvisional(received, run.due, request.calendar),
    // Put into words when somebody reads them: most only ask when the time is out.
    get days() {
      const stretches = pauses.map(({ from, to, policy }) => ({ from: momentOf(from), to: momentOf(to), policy }));
      return explainDays({ from: received, due: run.due, segments: run.segments, pauses: stretches, calendar: request.calendar });
    },
    get segments() {
      return run.segments.map(clockSegment);
    },
    pauses,
    extensions,
  };
}

/** How the limit of a request is counted: what it does not say, its calendar's policy says. */
export function rulesOf({ calendar, mode = "END_OF_DAY", cutOff, follows = false }: Pick<ClockRequest, "calendar" | "mode" | "cutOff" | "follows">): CountRules {
  return { calendar, policy: calendar.policy === undefined ? DEFAULT_POLICY : { ...DEFAULT_POLICY, ...calendar.policy }, mode, follows, ...(cutOff === undefined ? {} : { cutOff }) };
}

/** Whether any day between two moments is still to be announced; of a day that only begins then nothing is asked. */
export function crossesProvisional(from: Moment, to: Moment, calendar: WorkCalendar): boolean {
  const last = Math.max(from.day, later(to, -1).day);
  for (let { day } = from; day <= last; day += 1) if (dayOf(day, calendar).provisional) return true;
  return false;
}

function actsOf({ pauses = [], extensions = [] }: ClockRequest): readonly (Pause | Extension)[] {
  return [...pauses, ...extensions].toSorted((a, b) => began(a) - began(b));
}

function began(act: Pause | Extension): number {
  return Date.parse("policy" in act ? act.from : act.at);
}

function paused(run: Run, pause: Pause, { limit, rules }: { readonly limit: Duration; readonly rules: CountRules }): Run {
  const from = latest(momentOf(pause.from), run.resumed);
  const to = momentOf(pause.to);
  const moved = moveDue(pause.policy, { due: run.due, from, to, limit, rules });
  const stoodStill = pause.policy === "EXTEND" || pause.policy === "RESTART";
  const resumed = stoodStill ? latest(run.resumed, to) : run.resumed;
  if (moved === undefined) return { ...run, resumed };
  const before = cutSegments(run.segments, from, { kept: moved.kept, rules });
  const after = segmentOf(moved, moved.kept === "nothing" ? "restart" : "remaining", limit);
  return { due: moved.end, segments: [...before, after], resumed: latest(resumed, moved.start) };
}

function extended(run: Run, { at, by }: Extension, rules: CountRules): Run {
  const counted = extendFrom(run.due, { at: momentOf(at), by }, rules);
  if (secondsBetween(run.due, counted.end) <= 0) return run;
  return { ...run, due: counted.end, segments: [...run.segments, segmentOf(counted, "extension", by)] };
}

function segmentOf({ start, end, measure, days }: Counted, why: RunSegment["why"], { unit }: Duration): RunSegment {
  return { why, from: start, to: end, measure, elapsed: unit === "h", lost: false, days };
}

function clockSegment({ why, from, to, measure, lost, days }: RunSegment): ClockSegment {
  const parts = oneADay(days());
  return {
    why, from: instantOf(from), to: instantOf(to), measure, lost,
    consumed: parts.reduce((sum, { amount }) => sum + amount, 0),
    days: parts.map(({ day: _, ...part }) => part),
  };
}
