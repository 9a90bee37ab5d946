import fc from "fast-check";
import type { CalendarYear, ClockRequest, Duration, Pause, WorkCalendar } from "../src/index.ts";
import { WEEKS } from "./vectors/vector.ts";
import { years } from "./years.ts";

const MINUTE = 60_000;
const FIRST = Date.parse("2024-01-01T00:00:00+07:00");
const LAST = Date.parse("2029-12-01T00:00:00+07:00");

/** An instant on the minute, as ISO 8601 with `+07:00`; half of them at hours that matter: borders of sessions, cut-offs, midnight. */
export const instants: fc.Arbitrary<string> = fc.oneof(
  fc.integer({ min: 0, max: (LAST - FIRST) / MINUTE }).map((minute) => textOf(FIRST + minute * MINUTE)),
  fc
    .tuple(fc.integer({ min: 0, max: 2_150 }), fc.constantFrom("00:00", "06:59", "07:00", "09:15", "11:29", "11:30", "13:29", "13:30", "15:00", "15:01", "16:59", "17:00", "23:59"))
    .map(([day, clock]) => `${textOf(FIRST + day * 1_440 * MINUTE).slice(0, 10)}T${clock}:00+07:00`),
);

/** Limits of every unit, parts of working days included. */
export const limits: fc.Arbitrary<Duration> = fc.oneof(
  fc.integer({ min: 1, max: 40 }).map((value) => ({ value, unit: "wd" as const })),
  fc.integer({ min: 1, max: 40 }).map((eighths) => ({ value: eighths / 8, unit: "wd" as const })),
  fc.integer({ min: 1, max: 120 }).map((halves) => ({ value: halves / 2, unit: "wh" as const })),
  fc.integer({ min: 1, max: 1_000 }).map((value) => ({ value, unit: "min" as const })),
  fc.integer({ min: 1, max: 200 }).map((value) => ({ value, unit: "h" as const })),
  fc.integer({ min: 1, max: 60 }).map((value) => ({ value, unit: "d" as const })),
  fc.integer({ min: 1, max: 12 }).map((halves) => ({ value: halves / 2, unit: "mo" as const })),
  fc.constant({ value: 0, unit: "same-day" as const }),
);

/** Calendars of units: their weeks and their readings. */
export const calendars: fc.Arbitrary<WorkCalendar> = fc.constantFrom(
  ...Object.entries(WEEKS).flatMap(([week, sessions]) =>
    (["MINUTES", "WHOLE_DAYS"] as const).flatMap((extend) => (["STAY", "ROLL"] as const).map((elapsedEnd) => named(`${week} ${extend} ${elapsedEnd}`, { years, sessions, policy: { extend, elapsedEnd } }))),
  ),
);

/** A calendar that prints as its name: a counterexample must be readable. */
function named(name: string, calendar: WorkCalendar): WorkCalendar {
  return Object.defineProperty({ ...calendar }, fc.toStringMethod, { value: () => name });
}

/** A clock without pauses. */
export const clocks: fc.Arbitrary<ClockRequest> = fc
  .record({ start: instants, limit: limits, calendar: calendars, mode: fc.constantFrom("END_OF_DAY" as const, "SAME_TIME" as const), cutOff: fc.constantFrom(undefined, "11:00", "15:00", "16:30") })
  .map(({ cutOff, ...request }) => (cutOff === undefined ? request : { ...request, cutOff }));

/** Up to four pauses in the weeks after a start, some of them overlapping. */
export function pausesAfter(start: string): fc.Arbitrary<readonly Pause[]> {
  return fc.array(
    fc.tuple(fc.integer({ min: -600, max: 20_000 }), fc.integer({ min: 1, max: 12_000 }), fc.constantFrom("EXTEND" as const, "EXTEND" as const, "RESTART" as const, "SUBTRACT" as const, "NONE" as const)).map(([after, length, policy]) => {
      const from = Date.parse(start) + after * MINUTE;
      return { from: textOf(from), to: textOf(from + length * MINUTE), policy };
    }),
    { maxLength: 4 },
  );
}

/** A calendar with one more holiday, on the `offset`-th day after an instant. */
export function withHoliday(calendar: WorkCalendar, start: string, offset: number): WorkCalendar {
  const date = textOf(Date.parse(start) + offset * 1_440 * MINUTE).slice(0, 10);
  const holiday = { date, kind: "HOLIDAY" as const, name: { vi: "Nghỉ thêm" }, source: "thử" };
  const added = (year: CalendarYear): CalendarYear =>
    year.year === Number(date.slice(0, 4)) ? { ...year, days: [...year.days.filter((day) => day.date !== date), holiday] } : year;
  return { ...calendar, years: calendar.years.map(added) };
}

/** ISO 8601 with `+07:00` of epoch milliseconds. */
export function textOf(ms: number): string {
  return `${new Date(ms + 7 * 60 * MINUTE).toISOString().slice(0, 19)}+07:00`;
}
