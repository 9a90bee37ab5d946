import { describe, expect, it } from "vitest";
import { dueAt, parseDuration, type Pause, type PausePolicy, runClock } from "../src/index.ts";
import { oracleClock } from "../src/testing/index.ts";
import { years } from "./years.ts";
import { calendarTime } from "./vectors/calendar-time.ts";
import { holidays } from "./vectors/holidays.ts";
import { hours } from "./vectors/hours.ts";
import { notes } from "./vectors/notes.ts";
import { pauses } from "./vectors/pauses.ts";
import { sameDayAndCutOff } from "./vectors/same-day-and-cut-off.ts";
import { type Vector, WEEKS } from "./vectors/vector.ts";
import { weeks } from "./vectors/weeks.ts";
import { workingDays } from "./vectors/working-days.ts";

const GROUPS = { notes, workingDays, hours, calendarTime, sameDayAndCutOff, weeks, holidays, pauses };
const all = Object.values(GROUPS).flat();

const local = (text: string) => (text.length === 16 ? `${text}:00+07:00` : `${text}+07:00`);

function durationOf(text: string) {
  const duration = parseDuration(text);
  if (duration === undefined) throw new Error(text);
  return duration;
}

function pauseOf(text: string): Pause {
  const [, from = "", to = "", policy = ""] = /^(.+)\/(.+):([A-Z]+)$/.exec(text) ?? [];
  return { from: local(from), to: local(to), policy: policy as PausePolicy };
}

function requestOf({ received, limit, week = "civilService", mode, cutOff, policy, pauses: paused = [], extensions = [] }: Vector) {
  const granted = extensions.map((text) => text.split("+")).map(([at = "", by = ""]) => ({ at: local(at), by: durationOf(by) }));
  return {
    start: local(received), limit: durationOf(limit), calendar: { years, sessions: WEEKS[week], ...(policy === undefined ? {} : { policy }) },
    pauses: paused.map(pauseOf), extensions: granted,
    ...(mode === undefined ? {} : { mode }), ...(cutOff === undefined ? {} : { cutOff }),
  };
}

describe.each(Object.entries(GROUPS))("worked out by hand: %s", (_, vectors) => {
  it.each(vectors.map((vector) => [`${vector.limit} from ${vector.received}: ${vector.why}`, vector] as const))("%s", (_name, vector) => {
    const request = requestOf(vector);
    expect(runClock(request).due).toBe(local(vector.due));
    if (request.pauses.length + request.extensions.length === 0) expect(dueAt(request)).toBe(local(vector.due));
    // The oracle, which walks quarters of a minute, must agree with the hand too.
    if (/:(00|15|30|45)\+/.test(request.start)) expect(oracleClock(request).due).toBe(local(vector.due));
  });
});

describe("the vectors", () => {
  it("are more than the notes and 150 of our own, none twice", () => {
    expect(all.length).toBeGreaterThanOrEqual(156);
    const asked = all.map(({ due: _, why: __, ...question }) => JSON.stringify(question));
    expect(asked.filter((question, index) => asked.indexOf(question) !== index)).toEqual([]);
  });

  it("refuses a vector whose due date is wrong by a day", () => {
    const [first] = workingDays;
    if (first === undefined) throw new Error("no vector");
    expect(runClock(requestOf(first)).due).not.toBe(local("2026-03-11T17:00"));
  });

  it("hangs on every holiday, substitute and swap of 2024–2027: without that day some due date is another", () => {
    const weekday = (date: string) => new Date(`${date}T00:00:00Z`).getUTCDay() % 6 !== 0;
    const decisive = years.filter(({ year }) => year >= 2024 && year <= 2027).flatMap(({ days }) => days.filter(({ date, kind }) => weekday(date) || kind === "SWAP_WORK").map(({ date }) => date));
    expect(decisive.length).toBeGreaterThan(45);
    const unnoticed = decisive.filter((date) => {
      const changed = years.map((year) => ({ ...year, days: year.days.filter((day) => day.date !== date) }));
      return all.every((vector) => runClock({ ...requestOf(vector), calendar: { ...requestOf(vector).calendar, years: changed } }).due === local(vector.due));
    });
    expect(unnoticed).toEqual([]);
  });

  it("touches every holiday, substitute and swap of 2024–2027 that falls on a weekday, and every swapped Saturday", () => {
    const walked = new Set(all.flatMap((vector) => runClock(requestOf(vector)).days.map(({ date }) => date)));
    const special = years.filter(({ year }) => year >= 2024 && year <= 2027).flatMap(({ days }) => days.map(({ date }) => date));
    expect(special.filter((date) => !walked.has(date))).toEqual([]);
  });
});
