import type { CountRules } from "./count-limit.ts";
import type { DayPart } from "./counted-day.ts";
import { DAY_SECONDS, earliest, type Moment } from "./moment.ts";
import type { MovedDue } from "./move-due.ts";
import { workedOn } from "./working-moment.ts";

/** A stretch that a clock ran without a break. Amounts of its days add up to what it consumed. */
export interface RunSegment {
  readonly why: "limit" | "remaining" | "restart" | "extension";
  readonly from: Moment;
  readonly to: Moment;
  readonly measure: "day" | "minute";
  /** Minutes run day and night, not in sessions only. */
  readonly elapsed: boolean;
  /** A restart made it count for nothing. */
  readonly lost: boolean;
  readonly days: () => readonly DayPart[];
}

/** Segments whose last one a pause cut off at a moment, in the measure in which its time is kept. */
export function cutSegments(segments: readonly RunSegment[], at: Moment, { kept, rules }: { readonly kept: MovedDue["kept"]; readonly rules: CountRules }): readonly RunSegment[] {
  if (kept === "nothing") return cutLast(segments, at, rules).map((segment) => ({ ...segment, lost: true }));
  return cutLast(segments, at, rules, kept === "minutes" ? "minute" : undefined);
}

function cutLast(segments: readonly RunSegment[], at: Moment, rules: CountRules, measure?: "minute"): readonly RunSegment[] {
  return segments
    .filter(({ from, lost }) => lost || from.day <= at.day)
    .map((segment, index, all) => (index === all.length - 1 ? cut(segment, at, { rules, measure: measure ?? segment.measure }) : segment));
}

function cut(segment: RunSegment, pausedAt: Moment, { rules, measure }: { readonly rules: CountRules; readonly measure: RunSegment["measure"] }): RunSegment {
  // A late pause cuts nothing off: the time had run out.
  const at = earliest(pausedAt, segment.to);
  const days = () => cutDays(segment, at, { rules, measure });
  return { ...segment, to: at, measure, days };
}

function cutDays(segment: RunSegment, at: Moment, { rules, measure }: { readonly rules: CountRules; readonly measure: RunSegment["measure"] }): readonly DayPart[] {
  return oneADay(segment.days().filter(({ day }) => day <= at.day)).map((part) => {
    if (measure === "day" || !part.counted) return part;
    const upTo = minutesOf(part.day, segment, { at, rules });
    // Hours that ran out at night wait for the next opening, and consume nothing there.
    const amount = segment.elapsed ? Math.min(part.amount, upTo) : upTo;
    return { ...part, amount, counted: amount > 0 };
  });
}

/** Minutes of a day inside a segment, up to where it was cut. A day that a limit in days counted is worked as a whole. */
function minutesOf(day: number, segment: RunSegment, { at, rules }: { readonly at: Moment; readonly rules: CountRules }): number {
  const from = day === segment.from.day ? segment.from.second : 0;
  const to = day === at.day ? at.second : DAY_SECONDS;
  return Math.max(0, segment.elapsed ? to - from : workedOn(day, from, { to, calendar: rules.calendar })) / 60;
}

/** Parts of one day made one: what counted decides, amounts added up. */
export function oneADay(parts: readonly DayPart[]): readonly DayPart[] {
  const days = new Map<number, DayPart>();
  for (const part of parts) {
    const before = days.get(part.day);
    if (before === undefined) days.set(part.day, part);
    else days.set(part.day, { ...(part.counted && !before.counted ? part : before), amount: before.amount + part.amount });
  }
  return [...days.values()].toSorted((a, b) => a.day - b.day);
}
