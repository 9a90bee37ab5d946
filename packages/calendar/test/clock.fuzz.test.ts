import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ClockRequest, type ClockSegment, type CountingPolicy, type DayKind, dayOfDate, type Duration, lateBy, measureTime, type Pause, resumeDue, runClock, runWindow, workingMinutes } from "../src/index.ts";
import { oracleClock, oracleLateBy, oracleMeasure, oracleMinutes, oracleWindow } from "../src/testing/index.ts";
import { calendars, clocks, instants, limits, livedClocks, pausesAfter, strangeCalendars, textOf, windows, withHoliday } from "./arbitrary-clock.ts";
import { WEEKS } from "./vectors/vector.ts";
import { years } from "./years.ts";

/** Cases of each property: 100,000 where MOTCUA_SLOW is set and MOTCUA_CASES names no other number, from a fresh seed each time, which a failure prints. */
const CASES = Number(process.env["MOTCUA_CASES"] ?? (process.env["MOTCUA_SLOW"] === undefined ? 500 : 100_000));
const RUNS = { numRuns: CASES };
/** The oracle is asked more often in the quick run: it knows everything. */
const ORACLE_RUNS = { numRuns: Math.max(CASES, 2_000) };
const TIMEOUT = 3_600_000;

const DAY_MS = 86_400_000;
const countsFirstDay = ({ unit, value }: Duration) => unit === "wh" || unit === "min" || unit === "same-day" || (unit === "wd" && value < 1);
const ms = (instant: string) => Date.parse(instant);
const paused = clocks.chain((request) => pausesAfter(request.start).map((pauses) => ({ ...request, pauses })));
/** One kind of week, so that a day moved is a day of the same length. */
const even = { years, sessions: WEEKS.civilService };
/** A calendar limit rolled off a rest day keeps its clock time: later in days, not always in hours. */
const inWholeDays = ({ mode, limit }: ClockRequest) => mode === "SAME_TIME" && (limit.unit === "d" || limit.unit === "mo");
const comparable = (request: ClockRequest, due: string) => (inWholeDays(request) ? ms(`${due.slice(0, 10)}T00:00:00+07:00`) : ms(due));

/** Clocks that are wrong in one thing: what the oracle says of the request they were asked must differ before long. */
const FAULTS: readonly (readonly [string, (request: ClockRequest) => ClockRequest])[] = [
  ["forgets the swapped Saturdays", (request) => without(request, "SWAP_WORK")],
  ["forgets the holidays", (request) => without(request, "HOLIDAY")],
  ["forgets the substitute days", (request) => without(request, "SUBSTITUTE")],
  ["gives minutes back where days are owed", (request) => reading(request, { extend: "MINUTES" })],
  ["gives days back where minutes are owed", (request) => reading(request, { extend: "WHOLE_DAYS" })],
  ["lets night hours end at night where they roll", (request) => reading(request, { elapsedEnd: "STAY" })],
  ["has another length of day", (request) => reading(request, { hoursPerDay: 9 })],
  ["has another cut-off of the same day", (request) => reading(request, { sameDayCutOff: "09:00" })],
  ["overlooks the cut-off", ({ cutOff: _, ...request }) => request],
  ["always ends with the day", (request) => ({ ...request, mode: "END_OF_DAY" })],
  ["always keeps the clock time", (request) => ({ ...request, mode: "SAME_TIME" })],
  ["overlooks the last pause", (request) => ({ ...request, pauses: request.pauses?.slice(0, -1) ?? [] })],
  ["restarts where it should go on", (request) => ({ ...request, pauses: request.pauses?.map((pause) => ({ ...pause, policy: pause.policy === "EXTEND" ? "RESTART" : pause.policy })) ?? [] })],
  ["stands still in a pause that is none", (request) => ({ ...request, pauses: request.pauses?.map((pause) => ({ ...pause, policy: pause.policy === "NONE" ? "EXTEND" : pause.policy })) ?? [] })],
  ["moves by a pause that is only subtracted", (request) => ({ ...request, pauses: request.pauses?.map((pause) => ({ ...pause, policy: pause.policy === "SUBTRACT" ? "EXTEND" : pause.policy })) ?? [] })],
  ["overlooks an extension", (request) => ({ ...request, extensions: request.extensions?.slice(1) ?? [] })],
  ["starts a quarter of a minute late", (request) => ({ ...request, start: textOf(ms(request.start) + 15_000) })],
];

describe("the clock", () => {
  it("agrees with the oracle on every case: dates, where counting began, what each pause and extension moved, which days were counted", { timeout: TIMEOUT }, () => {
    fc.assert(
      fc.property(livedClocks, (request) => {
        expect(readingOf(request)).toEqual(oracleClock(request));
      }),
      ORACLE_RUNS,
    );
  });

  it.each(FAULTS)("refuses a clock that %s", (_, fault) => {
    const checked = fc.check(
      fc.property(livedClocks, (request) => runClock(fault(request)).due === oracleClock(request).due),
      { numRuns: 5_000 },
    );
    expect(checked.failed).toBe(true);
  });

  it("agrees with the oracle on windows over several holders: the promise, each holder's own date, who was late", { timeout: TIMEOUT }, () => {
    fc.assert(
      fc.property(windows, (request) => {
        const reading = runWindow(request);
        const legs = reading.legs.map(({ due, promised, late }) => ({ due, promised, ...(late === undefined ? {} : { late }) }));
        expect({ due: reading.due, provisional: reading.provisional, legs }).toEqual(oracleWindow(request));
      }),
      RUNS,
    );
  });

  it("agrees with the oracle on the time between two instants, and on how late a clock was stopped", { timeout: TIMEOUT }, () => {
    const units = fc.constantFrom("min" as const, "wh" as const, "h" as const, "wd" as const, "d" as const, "mo" as const);
    const quarters = fc.oneof({ weight: 9, arbitrary: fc.integer({ min: -4_000, max: 40_000 }) }, { weight: 1, arbitrary: fc.nat(400_000) });
    const stretches = instants.chain((from) =>
      fc.record({ from: fc.constant(from), to: after(from, quarters), due: after(from, quarters), unit: units, calendar: fc.oneof(calendars, strangeCalendars), pauses: pausesAfter(from) }),
    );
    fc.assert(
      fc.property(stretches, ({ from, to, due, unit, calendar, pauses }) => {
        expect(workingMinutes(from, to, calendar)).toBe(oracleMinutes(from, to, calendar));
        expect(measureTime({ from, to, unit }, calendar)).toBeCloseTo(oracleMeasure({ from, to, unit }, calendar), 9);
        const stopped = { start: from, finishedAt: to, due, pauses, calendar };
        expect(lateBy(stopped)).toBe(oracleLateBy(stopped));
      }),
      RUNS,
    );
  });

  it("never falls due earlier when it starts later", { timeout: TIMEOUT }, () => {
    fc.assert(
      fc.property(clocks, fc.integer({ min: 1, max: 6_000 }), (request, minutes) => {
        const after = { ...request, start: textOf(ms(request.start) + minutes * 60_000) };
        expect(comparable(request, runClock(after).due)).toBeGreaterThanOrEqual(comparable(request, runClock(request).due));
      }),
      RUNS,
    );
  });

  it("never falls due earlier when its limit is longer", { timeout: TIMEOUT }, () => {
    fc.assert(
      fc.property(clocks, fc.integer({ min: 1, max: 24 }), (request, more) => {
        const step = { mo: 2, d: 1, h: 1, min: 1, wh: 2, wd: 8, "same-day": 1 }[request.limit.unit];
        const longer = { ...request, limit: { ...request.limit, value: request.limit.value + more / step } };
        expect(ms(runClock(longer).due)).toBeGreaterThanOrEqual(ms(runClock(request).due));
      }),
      RUNS,
    );
  });

  it("is never brought forward by one more holiday", { timeout: TIMEOUT }, () => {
    fc.assert(
      fc.property(clocks, fc.integer({ min: -2, max: 80 }), (request, offset) => {
        const more = { ...request, calendar: withHoliday(request.calendar, request.start, offset) };
        expect(comparable(request, runClock(more).due)).toBeGreaterThanOrEqual(comparable(request, runClock(request).due));
      }),
      RUNS,
    );
  });

  it("is never brought forward by one more holiday while it is paused, in working time", { timeout: TIMEOUT }, () => {
    const working = limits.filter(({ unit }) => unit !== "d" && unit !== "mo");
    const requests = fc.tuple(instants, working, fc.constantFrom("MINUTES" as const, "WHOLE_DAYS" as const)).chain(([start, limit, extend]) =>
      pausesAfter(start).map((pauses) => ({ start, limit, pauses, extend })),
    );
    fc.assert(
      fc.property(requests, fc.integer({ min: -2, max: 60 }), ({ extend, ...clock }, offset) => {
        const request = { ...clock, calendar: { ...even, policy: { extend } } };
        const more = { ...request, calendar: withHoliday(request.calendar, request.start, offset) };
        const [read, readMore] = [runClock(request), runClock(more)];
        // Days are given back as days only where the due date ends one: beside minutes given back to the second, less than a day may be lost.
        fc.pre(givenBack(read) === givenBack(readMore));
        expect(ms(readMore.due)).toBeGreaterThanOrEqual(ms(read.due));
      }),
      RUNS,
    );
  });

  it("explains each segment by days that add up to what the segment consumed", { timeout: TIMEOUT }, () => {
    fc.assert(
      fc.property(paused, (request) => {
        const { segments } = runClock(request);
        for (const segment of segments) {
          const sum = segment.days.filter(({ counted }) => counted).reduce((total, { amount }) => total + amount, 0);
          expect(sum).toBeCloseTo(segment.consumed, 6);
          expect(segment.consumed).toBeCloseTo(consumedBy(segment, request), 6);
        }
      }),
      RUNS,
    );
  });

  it("explains every day once, from the receipt to the due date, and counts none on which nothing ran", { timeout: TIMEOUT }, () => {
    fc.assert(
      fc.property(paused, (request) => {
        const { days, due, segments } = runClock(request);
        const dates = days.map(({ date }) => date);
        expect(dates).toEqual([...new Set(dates)].toSorted());
        expect(dates[0]).toBe(request.start.slice(0, 10));
        expect(dates.at(-1) ?? "").toSatisfy((last: string) => last >= due.slice(0, 10));
        const ran = new Set(segments.filter(({ lost }) => !lost).flatMap((segment) => segment.days.filter(({ counted }) => counted).map(({ date }) => date)));
        expect(days.filter(({ counted }) => counted).map(({ date }) => date)).toEqual([...ran].toSorted());
        for (const { date, kind, why } of days) {
          expect(kind).toBe(dayOfDate(date, request.calendar).kind);
          expect(why).not.toBe("");
        }
      }),
      RUNS,
    );
  });

  it("takes exactly the limit in working time where nothing rounds", { timeout: TIMEOUT }, () => {
    const exact = fc.oneof(
      limits.filter(({ unit }) => unit === "wh" || unit === "min").map((limit) => ({ limit })),
      fc.integer({ min: 1, max: 7 }).map((eighths) => ({ limit: { value: eighths / 8, unit: "wd" as const } })),
      fc.integer({ min: 1, max: 40 }).map((value) => ({ limit: { value, unit: "wd" as const }, mode: "SAME_TIME" as const })),
    );
    const inMinutes = { wh: 60, min: 1, wd: 480 };
    fc.assert(
      fc.property(instants, exact, (start, asked) => {
        const reading = runClock({ start, calendar: even, ...asked });
        const { value, unit } = asked.limit;
        expect(workingMinutes(reading.start, reading.due, even)).toBeCloseTo(value * inMinutes[unit as keyof typeof inMinutes], 6);
      }),
      RUNS,
    );
  });

  it("is never brought forward by a pause, nor by one more after it", { timeout: TIMEOUT }, () => {
    fc.assert(
      fc.property(paused, fc.nat(3), (request, index) => {
        const apart = disjoint(request.pauses);
        const fewer = apart.filter((_, at) => at !== index);
        const due = (pauses: readonly Pause[]) => ms(runClock({ ...request, pauses }).due);
        expect(due(request.pauses)).toBeGreaterThanOrEqual(due([]));
        // A date that the pause before has moved onto a closing time is a date in days from then on, see decision 5: days and minutes do not compare.
        const kinds = new Set([apart, fewer].flatMap((pauses) => runClock({ ...request, pauses }).pauses.map(({ before }) => endsItsDay(before, request.calendar))));
        if (kinds.size < 2) expect(due(apart)).toBeGreaterThanOrEqual(due(fewer));
      }),
      RUNS,
    );
  });

  it("moves a printed due date as it moves its own", { timeout: TIMEOUT }, () => {
    const requests = fc.tuple(clocks, calendars).chain(([request]) => pausesAfter(request.start).map((pauses) => ({ request, pauses })));
    fc.assert(
      fc.property(requests, ({ request, pauses: [pause] }) => {
        fc.pre(pause !== undefined && request.mode === "END_OF_DAY" && ms(pause.from) >= ms(runClock(request).start));
        if (pause === undefined) return;
        const { due, limit, calendar, cutOff } = { cutOff: undefined, ...request, due: runClock(request).due };
        const resumed = resumeDue({ due, limit, calendar, policy: pause.policy, pausedAt: pause.from, resumedAt: pause.to, ...(cutOff === undefined ? {} : { cutOff }) });
        expect(resumed.due).toBe(runClock({ ...request, pauses: [pause] }).due);
      }),
      RUNS,
    );
  });
});

/** What the clock says, as the oracle says it. The days of the limit itself are told where nothing moved them. */
function readingOf(request: ClockRequest): ReturnType<typeof oracleClock> {
  const { due, firstDue, start, provisional, pauses, extensions } = runClock(request);
  const alone = runClock({ ...request, pauses: [], extensions: [] });
  const moves = [...pauses, ...extensions].map(({ before, after: then, ...act }) => ({ began: ms("at" in act ? act.at : act.from), move: { before, after: then } }));
  return {
    due, firstDue, start, provisional,
    moves: moves.toSorted((a, b) => a.began - b.began).map(({ move }) => move),
    counted: alone.days.filter(({ counted }) => counted).map(({ date }) => date),
  };
}

/** The request on a calendar that lacks one kind of day. */
function without(request: ClockRequest, kind: DayKind): ClockRequest {
  const { calendar } = request;
  return { ...request, calendar: { ...calendar, years: calendar.years.map((year) => ({ ...year, days: year.days.filter((day) => day.kind !== kind) })) } };
}

/** The request on a calendar read otherwise. */
function reading(request: ClockRequest, policy: Partial<CountingPolicy>): ClockRequest {
  return { ...request, calendar: { ...request.calendar, policy: { ...request.calendar.policy, ...policy } } };
}

/** Instants so many quarters of a minute after another. */
function after(instant: string, quarters: fc.Arbitrary<number>): fc.Arbitrary<string> {
  return quarters.map((quarter) => textOf(ms(instant) + quarter * 15_000));
}

/** What a segment consumed, from its ends alone. */
function consumedBy(segment: ClockSegment, { limit, calendar }: ClockRequest): number {
  const { why, measure, from, to, days } = segment;
  if (measure === "minute") {
    if (limit.unit === "h") return (ms(to) - ms(from)) / 60_000 - rolledMinutes(segment, calendar);
    if (why === "remaining" || countsFirstDay(limit)) return workingMinutes(from, to, calendar);
    // A limit in days does not count its first day: what a pause cuts off runs from the next midnight, and no further than the last day counted.
    const midnight = ms(`${from.slice(0, 10)}T00:00:00+07:00`) + DAY_MS;
    const counted = days.filter((day) => day.counted || day.amount > 0);
    const end = limit.unit === "wd" ? ms(to) : Math.min(ms(to), ms(`${counted.at(-1)?.date ?? from.slice(0, 10)}T00:00:00+07:00`) + DAY_MS);
    return workingMinutes(textOf(midnight), textOf(Math.max(midnight, end)), calendar);
  }
  return days.reduce((sum, { amount }) => sum + amount, 0);
}

/** Whether nobody works on the day of an instant after it. */
function endsItsDay(instant: string, calendar: ClockRequest["calendar"]): boolean {
  return workingMinutes(instant, textOf(ms(`${instant.slice(0, 10)}T00:00:00+07:00`) + DAY_MS), calendar) === 0;
}

/** Minutes that an elapsed limit waited for the next opening, which nobody consumed. */
function rolledMinutes({ from, to, consumed }: ClockSegment, calendar: ClockRequest["calendar"]): number {
  const ranOut = ms(from) + consumed * 60_000;
  const waited = (ms(to) - ranOut) / 60_000;
  return waited > 1e-6 && workingMinutes(textOf(ranOut), to, calendar) === 0 ? waited : 0;
}

/** In which measures the time that pauses took is given back. */
function givenBack({ segments }: Pick<ReturnType<typeof runClock>, "segments">): string {
  return segments.flatMap(({ why, measure }) => (why === "remaining" ? [measure] : [])).join(" ");
}

/** Pauses in order, those that overlap an earlier one left out. */
function disjoint(pauses: readonly Pause[]): readonly Pause[] {
  const kept: Pause[] = [];
  for (const pause of [...pauses].sort((a, b) => ms(a.from) - ms(b.from))) {
    const before = kept.at(-1);
    if (before === undefined || ms(before.to) <= ms(pause.from)) kept.push(pause);
  }
  return kept;
}
