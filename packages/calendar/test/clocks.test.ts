import { describe, expect, it } from "vitest";
import { calendarImpact, lateBy, measureTime, type OpenDossier, runClock, runWindow, type WindowLeg, type WorkCalendar } from "../src/index.ts";
import { withHoliday } from "./arbitrary-clock.ts";
import { WEEKS } from "./vectors/vector.ts";
import { years } from "./years.ts";

const calendar: WorkCalendar = { years, sessions: WEEKS.civilService };
const at = (text: string) => `${text}:00+07:00`;
const wd = (value: number) => ({ value, unit: "wd" as const });

describe("runClock", () => {
  it("keeps the first due date beside the valid one, and each pause with both", () => {
    const pause = { from: at("2026-03-10T10:00"), to: at("2026-03-11T10:00"), policy: "EXTEND" as const, reason: "SUPPLEMENT" as const };
    const reading = runClock({ start: at("2026-03-09T08:00"), limit: wd(3), calendar, pauses: [pause], extensions: [{ at: at("2026-03-12T10:00"), by: wd(2) }] });
    expect(reading.firstDue).toBe(at("2026-03-12T17:00"));
    expect(reading.pauses).toEqual([{ ...pause, before: at("2026-03-12T17:00"), after: at("2026-03-13T17:00") }]);
    expect(reading.extensions).toEqual([{ at: at("2026-03-12T10:00"), by: wd(2), before: at("2026-03-13T17:00"), after: at("2026-03-17T17:00") }]);
    expect(reading.due).toBe(at("2026-03-17T17:00"));
  });

  it("explains a restart: what was counted before is told as lost", () => {
    const { segments, days } = runClock({
      start: at("2026-03-02T08:00"), limit: wd(5), calendar, pauses: [{ from: at("2026-03-03T10:00"), to: at("2026-03-05T14:30"), policy: "RESTART" }],
    });
    expect(segments.map(({ why, lost, consumed }) => [why, lost, consumed])).toEqual([["limit", true, 1], ["restart", false, 5]]);
    expect(days.filter(({ counted }) => counted).map(({ date }) => date.slice(5))).toEqual(["03-06", "03-09", "03-10", "03-11", "03-12"]);
    expect(days.find(({ date }) => date === "2026-03-03")?.why).toMatch(/tính lại từ đầu/);
    expect(days.find(({ date }) => date === "2026-03-04")?.why).toMatch(/^tạm dừng/);
  });

  it("explains an extension by the minute: three hours before the pause, 37 after it", () => {
    const { segments } = runClock({
      start: at("2026-03-02T08:00"), limit: wd(5), calendar: { ...calendar, policy: { extend: "MINUTES" } }, pauses: [{ from: at("2026-03-03T10:00"), to: at("2026-03-05T14:30"), policy: "EXTEND" }],
    });
    expect(segments.map(({ why, measure, consumed }) => [why, measure, consumed])).toEqual([["limit", "minute", 180], ["remaining", "minute", 37 * 60]]);
  });

  it("says that it crosses days still to be announced, even while it is paused", () => {
    const request = { start: at("2027-01-25T08:00"), limit: wd(3), calendar };
    expect(runClock(request).provisional).toBe(false);
    expect(runClock({ ...request, pauses: [{ from: at("2027-01-26T08:00"), to: at("2027-02-22T08:00"), policy: "EXTEND" }] }).provisional).toBe(true);
  });

  it("refuses a start that is no instant", () => {
    expect(() => runClock({ start: "hôm qua", limit: wd(1), calendar })).toThrow(RangeError);
  });
});

describe("runWindow", () => {
  const saturdays: WorkCalendar = { years, sessions: WEEKS.saturdayMorning };
  const land: WindowLeg = { holder: "land", limit: wd(3), calendar };
  const tax: WindowLeg = { holder: "tax", limit: wd(5), calendar, counts: false };
  const commune: WindowLeg = { holder: "commune", limit: wd(2), calendar: saturdays };
  const start = at("2026-03-09T08:00");

  it("adds up agencies on their own calendars: the day one ends is not counted again by the next", () => {
    const { due, legs } = runWindow({ start, legs: [land, commune] });
    expect(legs.map((leg) => leg.due)).toEqual([at("2026-03-12T17:00"), at("2026-03-14T11:30")]);
    expect(due).toBe(at("2026-03-14T11:30"));
  });

  it("starts a holder's own clock when the one before hands on, and keeps the promise where it was", () => {
    const { due, legs } = runWindow({ start, legs: [{ ...land, finishedAt: at("2026-03-13T09:00") }, { ...commune, finishedAt: at("2026-03-16T10:00") }] });
    expect(legs.map(({ holder, late }) => [holder, late])).toEqual([["land", true], ["commune", false]]);
    expect(legs[1]?.due).toBe(at("2026-03-16T17:00"));
    expect(legs[1]?.promised).toBe(at("2026-03-14T11:30"));
    expect(due).toBe(at("2026-03-14T11:30"));
  });

  it("moves the promise by a step that does not count, and calls nobody late for it", () => {
    const open = runWindow({ start, legs: [land, tax, commune] });
    expect(open.due).toBe(at("2026-03-21T11:30"));
    const { due, legs } = runWindow({ start, legs: [{ ...land, finishedAt: at("2026-03-11T09:00") }, { ...tax, finishedAt: at("2026-03-24T10:00") }, commune] });
    expect(legs[1]).not.toHaveProperty("late");
    expect(due).toBe(at("2026-03-26T17:00"));
  });

  it("refuses a window without a leg", () => {
    expect(() => runWindow({ start, legs: [] })).toThrow(RangeError);
  });
});

describe("lateBy", () => {
  const clock = { start: at("2026-03-09T08:00"), due: at("2026-03-12T17:00"), calendar };

  it("counts working minutes after the due date", () => {
    expect(lateBy({ ...clock, finishedAt: at("2026-03-12T17:00") })).toBe(0);
    expect(lateBy({ ...clock, finishedAt: at("2026-03-13T09:00") })).toBe(120);
    expect(lateBy({ ...clock, finishedAt: at("2026-03-16T07:30") })).toBe(8 * 60 + 30);
  });

  it("takes SUBTRACT pauses off, once where they overlap, and no others", () => {
    const subtract = { from: at("2026-03-10T07:00"), to: at("2026-03-10T08:30"), policy: "SUBTRACT" as const };
    expect(lateBy({ ...clock, finishedAt: at("2026-03-13T09:00"), pauses: [subtract] })).toBe(30);
    expect(lateBy({ ...clock, finishedAt: at("2026-03-13T09:00"), pauses: [subtract, subtract] })).toBe(30);
    expect(lateBy({ ...clock, finishedAt: at("2026-03-13T09:00"), pauses: [{ ...subtract, policy: "NONE" }] })).toBe(120);
  });
});

describe("measureTime", () => {
  const from = at("2026-02-13T10:00");
  const to = at("2026-02-24T10:00");

  it.each([
    ["min", 16 * 60],
    ["wh", 16],
    ["h", 264],
    ["wd", 2],
    ["d", 11],
    ["mo", 0],
  ] as const)("measures Tết in %s", (unit, expected) => {
    expect(measureTime({ from, to, unit }, calendar)).toBe(expected);
  });

  it("measures nothing backwards, and whole months by their day", () => {
    expect(measureTime({ from: to, to: from, unit: "wh" }, calendar)).toBe(0);
    expect(measureTime({ from: at("2026-01-31T08:00"), to: at("2026-02-28T08:00"), unit: "mo" }, calendar)).toBe(1);
    expect(measureTime({ from: at("2026-01-31T08:00"), to: at("2026-03-30T08:00"), unit: "mo" }, calendar)).toBe(1);
  });
});

describe("calendarImpact", () => {
  const dossier = (code: string, start: string, due: string): OpenDossier => ({ code, due: at(due), clock: { start: at(start), limit: wd(3) } });
  const change = () => ({ before: calendar, after: withHoliday(calendar, at("2026-11-23T00:00"), 0) });

  it("lists who would be due at another time, and moves nothing", () => {
    const dossiers = [dossier("A", "2026-11-18T09:15", "2026-11-23T17:00"), dossier("B", "2026-11-10T09:15", "2026-11-13T17:00")];
    const impact = calendarImpact(dossiers, change);
    expect(impact).toEqual({ dossiers: 2, affected: [{ code: "A", due: at("2026-11-23T17:00"), wouldBe: at("2026-11-25T17:00"), provisional: true }], unexplained: [] });
    expect(dossiers[0]?.due).toBe(at("2026-11-23T17:00"));
  });

  it("refuses to judge a due date that its clock does not explain", () => {
    expect(calendarImpact([dossier("A", "2026-11-18T09:15", "2026-11-24T17:00")], change)).toMatchObject({ affected: [], unexplained: ["A"] });
  });
});
