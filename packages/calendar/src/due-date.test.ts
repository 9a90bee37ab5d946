import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dueDate } from "./due-date.ts";
import { parseDuration } from "./duration.ts";
import { resumeDue } from "./resume-due.ts";
import type { CalendarYear, WorkCalendar } from "./work-calendar.ts";
import { workingMinutes } from "./working-time.ts";

const folder = fileURLToPath(new URL("../../../schemas/calendars/", import.meta.url));
const years = readdirSync(folder).map((file) => JSON.parse(readFileSync(folder + file, "utf8")) as CalendarYear);
const week = [{ from: "07:00", to: "11:30" }, { from: "13:30", to: "17:00" }];
const calendar: WorkCalendar = { years, sessions: Object.fromEntries(["1", "2", "3", "4", "5"].map((day) => [day, week])) };

function due(start: string, limit: string, more: { cutOff?: string; mode?: "SAME_TIME" } = {}): string {
  const duration = parseDuration(limit);
  if (duration === undefined) throw new Error(limit);
  return dueDate({ start: `${start}+07:00`, limit: duration, calendar, ...more }).due.slice(0, 16);
}

describe("dueDate", () => {
  it.each([
    ["E1", "2026-11-18T09:15:00", "3wd", "2026-11-23T17:00"],
    ["E2 across Culture Day", "2026-11-20T14:00:00", "2wd", "2026-11-25T17:00"],
    ["E3 after closing, into a swapped working Saturday", "2026-08-21T18:10:00", "1wd", "2026-08-24T17:00"],
    ["E4 over Tết", "2026-02-11T10:00:00", "5wd", "2026-02-25T17:00"],
    ["E5 working hours over New Year", "2026-12-31T15:30:00", "4wh", "2027-01-04T09:30"],
    ["calendar days ending on a rest day", "2026-11-12T09:00:00", "10d", "2026-11-23T17:00"],
    ["a month clamped to its end", "2026-01-31T09:00:00", "1mo", "2026-03-02T17:00"],
    ["elapsed hours do not stop for the night", "2026-11-18T15:00:00", "24h", "2026-11-19T15:00"],
    ["half a working day", "2026-11-18T07:00:00", "0.5wd", "2026-11-18T11:00"],
    ["on a Sunday", "2026-11-22T10:00:00", "1wh", "2026-11-23T08:00"],
  ])("%s", (_, start, limit, expected) => {
    expect(due(start, limit)).toBe(expected);
  });

  it("E1 at the same time", () => {
    expect(due("2026-11-18T09:15:00", "3wd", { mode: "SAME_TIME" })).toBe("2026-11-23T09:15");
  });

  it("E3 as eight working hours ends with the swapped Saturday", () => {
    expect(due("2026-08-21T18:10:00", "8wh")).toBe("2026-08-22T17:00");
  });

  it("E6 same day, after the cut-off before Tết", () => {
    expect(due("2026-02-13T15:20:00", "same-day", { cutOff: "15:00" })).toBe("2026-02-23T17:00");
    expect(due("2026-02-13T14:20:00", "same-day", { cutOff: "15:00" })).toBe("2026-02-13T17:00");
  });

  it("says why each day was counted or not", () => {
    const { days } = dueDate({ start: "2026-11-20T14:00:00+07:00", limit: { value: 2, unit: "wd" }, calendar });
    expect(days.map(({ date, counted }) => [date.slice(8), counted])).toEqual([
      ["20", false],
      ["21", false],
      ["22", false],
      ["23", true],
      ["24", false],
      ["25", true],
    ]);
    expect(days[4]?.why).toMatch(/Văn hóa/);
  });

  it("says so when it crosses days that are not announced", () => {
    expect(dueDate({ start: "2027-02-01T09:00:00+07:00", limit: { value: 5, unit: "wd" }, calendar }).provisional).toBe(true);
    expect(dueDate({ start: "2026-03-09T09:00:00+07:00", limit: { value: 3, unit: "wd" }, calendar }).provisional).toBe(false);
  });

  it("refuses a calendar without a working day", () => {
    expect(() => dueDate({ start: "2026-03-09T09:00:00+07:00", limit: { value: 1, unit: "wd" }, calendar: { years, sessions: {} } })).toThrow(RangeError);
  });

  it("never ends before it starts nor outside a session, and grows with the limit", () => {
    const instants = fc.date({ min: new Date("2024-01-02T00:00:00Z"), max: new Date("2029-12-01T00:00:00Z"), noInvalidDate: true });
    fc.assert(
      fc.property(instants, fc.integer({ min: 1, max: 60 }), fc.constantFrom("wd" as const, "wh" as const, "d" as const), (at, value, unit) => {
        const start = at.toISOString();
        const first = dueDate({ start, limit: { value, unit }, calendar });
        const next = dueDate({ start, limit: { value: value + 1, unit }, calendar });
        expect(Date.parse(first.due)).toBeGreaterThan(at.getTime());
        expect(Date.parse(next.due)).toBeGreaterThanOrEqual(Date.parse(first.due));
        if (unit === "wh") expect(Math.round(workingMinutes(start, first.due, calendar))).toBe(value * 60);
      }),
      { numRuns: 200 },
    );
  });
});

describe("resumeDue", () => {
  const limit = { value: 7, unit: "wd" as const };

  it("EXTEND moves a due day by the working days of the pause", () => {
    const moved = resumeDue({
      policy: "EXTEND",
      due: "2026-10-22T17:00:00+07:00",
      pausedAt: "2026-10-16T10:00:00+07:00",
      resumedAt: "2026-10-20T09:00:00+07:00",
      limit,
      calendar,
    });
    expect(moved.due).toBe("2026-10-26T17:00:00+07:00");
  });

  it("RESTART begins the whole limit again", () => {
    const pause = { due: "2026-03-09T17:00:00+07:00", pausedAt: "2026-03-03T10:00:00+07:00", resumedAt: "2026-03-05T14:30:00+07:00", calendar };
    expect(resumeDue({ ...pause, policy: "RESTART", limit: { value: 5, unit: "wd" } }).due).toBe("2026-03-12T17:00:00+07:00");
    expect(resumeDue({ ...pause, policy: "EXTEND", limit: { value: 5, unit: "wd" } }).due).toBe("2026-03-11T17:00:00+07:00");
    expect(resumeDue({ ...pause, policy: "SUBTRACT", limit: { value: 5, unit: "wd" } }).due).toBe("2026-03-09T17:00:00+07:00");
  });
});
