import fc from "fast-check";
import type { CalendarYear, ClockRequest, Duration, Extension, Pause, Session, SpecialDay, WindowLeg, WindowRequest, WorkCalendar } from "../src/index.ts";
import { WEEKS } from "./vectors/vector.ts";
import { years } from "./years.ts";

const MINUTE = 60_000;
const QUARTER = 15_000;
const FIRST = Date.parse("2024-01-01T00:00:00+07:00");
const LAST = Date.parse("2029-12-01T00:00:00+07:00");

/** An instant on the quarter minute, as ISO 8601 with `+07:00`; half of them at hours that matter: borders of sessions, cut-offs, midnight. */
export const instants: fc.Arbitrary<string> = fc.oneof(
  fc.integer({ min: 0, max: (LAST - FIRST) / MINUTE }).map((minute) => textOf(FIRST + minute * MINUTE)),
  fc.integer({ min: 0, max: (LAST - FIRST) / QUARTER }).map((quarter) => textOf(FIRST + quarter * QUARTER)),
  fc.tuple(fc.integer({ min: 0, max: 2_150 }), fc.constantFrom("00:00", "06:59", "07:00", "09:15", "11:29", "11:30", "13:29", "13:30", "15:00", "15:01", "16:59", "17:00", "23:59")).map(([day, clock]) => `${textOf(FIRST + day * 1_440 * MINUTE).slice(0, 10)}T${clock}:00+07:00`),
);

/** Limits of every unit, parts of working days included. */
export const limits: fc.Arbitrary<Duration> = fc.oneof(
  fc.integer({ min: 1, max: 40 }).map((value) => ({ value, unit: "wd" as const })),
  fc.integer({ min: 1, max: 40 }).map((eighths) => ({ value: eighths / 8, unit: "wd" as const })),
  fc.integer({ min: 1, max: 30 }).map((tenths) => ({ value: tenths / 10, unit: "wd" as const })),
  fc.integer({ min: 1, max: 120 }).map((halves) => ({ value: halves / 2, unit: "wh" as const })),
  fc.integer({ min: 1, max: 1_000 }).map((value) => ({ value, unit: "min" as const })),
  fc.integer({ min: 1, max: 200 }).map((value) => ({ value, unit: "h" as const })),
  fc.integer({ min: 1, max: 60 }).map((value) => ({ value, unit: "d" as const })),
  fc.integer({ min: 1, max: 12 }).map((halves) => ({ value: halves / 2, unit: "mo" as const })),
  fc.constant({ value: 0, unit: "same-day" as const }),
);

/** How a unit reads what the law leaves open. */
const policies = fc.record({
  extend: fc.constantFrom("MINUTES" as const, "WHOLE_DAYS" as const),
  elapsedEnd: fc.constantFrom("STAY" as const, "ROLL" as const),
  sameDayCutOff: fc.constantFrom("15:00", "15:00", "11:30", "16:45"),
  hoursPerDay: fc.constantFrom(8, 8, 8, 7.5, 10),
});

/** Calendars of units that there are: the years that ship, six kinds of week, every reading. */
export const calendars: fc.Arbitrary<WorkCalendar> = fc.tuple(fc.constantFrom(...Object.entries(WEEKS)), policies).map(([[week, sessions], policy]) => named(`${week} ${JSON.stringify(policy)}`, { years, sessions, policy }));

const clockTimes = fc.integer({ min: 0, max: 96 }).map((quarters) => `${two(Math.floor(quarters / 4))}:${two((quarters % 4) * 15)}`);
const someSessions: fc.Arbitrary<readonly Session[]> = fc.array(
  fc.tuple(clockTimes, clockTimes).map(([a, b]) => (a < b ? { from: a, to: b } : { from: b, to: a })),
  { minLength: 1, maxLength: 3 },
);
const atWork = (sessions: readonly Session[] | undefined) => sessions?.some(({ from, to }) => from < to) === true;
const someDays = fc.uniqueArray(fc.tuple(fc.integer({ min: 0, max: 2_000 }), fc.constantFrom("HOLIDAY", "SUBSTITUTE", "SWAP_OFF", "SWAP_WORK" as SpecialDay["kind"]), fc.boolean()), {
  maxLength: 120,
  selector: ([day]) => day,
});

/** Calendars that nobody has: any week with any sessions, overlapping ones too, any days off and swapped, whole years missing. */
export const strangeCalendars: fc.Arbitrary<WorkCalendar> = fc
  .record({
    week: fc.dictionary(fc.constantFrom("1", "2", "3", "4", "5", "6", "7"), someSessions, {
      minKeys: 1,
      maxKeys: 7,
      noNullPrototype: true,
    }),
    days: someDays,
    missing: fc.constantFrom(0, 2025, 2027),
    policy: policies,
  })
  .filter(({ week }) => Object.values(week).some(atWork))
  .map(({ week, days, missing, policy }) => {
    const special = days.map(([day, kind, open]) => ({
      date: textOf(FIRST + day * 1_440 * MINUTE).slice(0, 10),
      kind,
      name: { vi: "Ngày thử" },
      status: open ? ("PROVISIONAL" as const) : ("OFFICIAL" as const),
      source: "thử",
    }));
    const strange = [2024, 2025, 2026, 2027, 2028, 2029]
      .filter((year) => year !== missing)
      .map((year): CalendarYear => ({
        year,
        days: special.filter(({ date }) => date.startsWith(String(year))),
        provisional: [{ from: `${year}-03-01`, to: `${year}-03-20`, reason: "thử" }],
      }));
    return { years: strange, sessions: week, policy };
  });

const byName = new Map<string, WorkCalendar>();

/** A calendar that prints as its name: a counterexample must be readable. The same one for the same name, so that its days are looked up once. */
function named(name: string, calendar: WorkCalendar): WorkCalendar {
  let found = byName.get(name);
  if (found === undefined) byName.set(name, (found = Object.defineProperty({ ...calendar }, fc.toStringMethod, { value: () => name })));
  return found;
}

const modes = fc.constantFrom("END_OF_DAY" as const, "SAME_TIME" as const);
const cutOffs = fc.constantFrom(undefined, "11:00", "15:00", "16:30");

/** A clock without pauses. */
export const clocks: fc.Arbitrary<ClockRequest> = clocksOn(calendars);

/** A clock without pauses on one of these calendars. */
function clocksOn(on: fc.Arbitrary<WorkCalendar>): fc.Arbitrary<ClockRequest> {
  return fc.record({ start: instants, limit: limits, calendar: on, mode: modes, cutOff: cutOffs }).map(({ cutOff, ...request }) => (cutOff === undefined ? request : { ...request, cutOff }));
}

/** A clock with up to four pauses and up to two extensions, on calendars there are and on strange ones. */
export const livedClocks: fc.Arbitrary<ClockRequest> = fc.oneof({ weight: 3, arbitrary: clocks }, { weight: 1, arbitrary: clocksOn(strangeCalendars) }).chain((request) => fc.record({ pauses: pausesAfter(request.start), extensions: extensionsAfter(request.start) }).map((acts) => ({ ...request, ...acts })));

/** Up to four pauses in the weeks after a start, some of them overlapping. */
export function pausesAfter(start: string): fc.Arbitrary<readonly Pause[]> {
  return fc.array(
    fc.tuple(fc.integer({ min: -2_400, max: 80_000 }), fc.integer({ min: 1, max: 48_000 }), fc.constantFrom("EXTEND" as const, "EXTEND" as const, "RESTART" as const, "SUBTRACT" as const, "NONE" as const)).map(([after, length, policy]) => {
      const from = Date.parse(start) + after * QUARTER;
      return { from: textOf(from), to: textOf(from + length * QUARTER), policy };
    }),
    { maxLength: 4 },
  );
}

/** None, mostly; or up to two extensions in the weeks after a start, by limits of every unit. */
function extensionsAfter(start: string): fc.Arbitrary<readonly Extension[]> {
  const some = fc.array(
    fc.record({
      at: fc.integer({ min: 0, max: 80_000 }).map((after) => textOf(Date.parse(start) + after * QUARTER)),
      by: limits,
    }),
    { minLength: 1, maxLength: 2 },
  );
  return fc.oneof(fc.constant([]), some);
}

/** A window over one to four holders, each on its own calendar, some of whose steps do not count, handed on early, late or not yet. */
export const windows: fc.Arbitrary<WindowRequest> = instants.chain((start) => {
  const leg = fc.record({
    limit: limits,
    calendar: calendars,
    mode: modes,
    cutOff: cutOffs,
    counts: fc.constantFrom(true, true, false),
    took: fc.integer({ min: 0, max: 40_000 }),
    pauses: fc.oneof(fc.constant([]), pausesAfter(start)),
  });
  return fc.tuple(fc.array(leg, { minLength: 1, maxLength: 4 }), fc.nat(4)).map(([legs, finished]) => {
    let at = Date.parse(start);
    return {
      start,
      legs: legs.map(({ took, cutOff, ...rest }, index): WindowLeg => {
        at += took * QUARTER;
        return {
          holder: `h${index}`,
          ...rest,
          ...(cutOff === undefined ? {} : { cutOff }),
          ...(index < finished ? { finishedAt: textOf(at) } : {}),
        };
      }),
    };
  });
});

/** A calendar with one more holiday, on the `offset`-th day after an instant. */
export function withHoliday(calendar: WorkCalendar, start: string, offset: number): WorkCalendar {
  const date = textOf(Date.parse(start) + offset * 1_440 * MINUTE).slice(0, 10);
  const holiday = { date, kind: "HOLIDAY" as const, name: { vi: "Nghỉ thêm" }, source: "thử" };
  const added = (year: CalendarYear): CalendarYear => (year.year === Number(date.slice(0, 4)) ? { ...year, days: [...year.days.filter((day) => day.date !== date), holiday] } : year);
  return { ...calendar, years: calendar.years.map(added) };
}

/** ISO 8601 with `+07:00` of epoch milliseconds. */
export function textOf(ms: number): string {
  return `${new Date(ms + 7 * 60 * MINUTE).toISOString().slice(0, 19)}+07:00`;
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}
