import { describe, expect, it } from "vitest";
import { type CalendarYear, dayOfDate, type WorkCalendar } from "../src/index.ts";
import { WEEKS } from "./vectors/vector.ts";
import { years } from "./years.ts";

const calendar: WorkCalendar = { years, sessions: WEEKS.civilService };
const year = (number: number) => years.find((entry) => entry.year === number) as CalendarYear;
const weekdayOf = (date: string) => new Date(`${date}T00:00:00Z`).getUTCDay();
const works = (date: string) => dayOfDate(date, calendar).sessions.length > 0;

function datesOf(number: number): readonly string[] {
  const first = Date.UTC(number, 0, 1);
  return Array.from({ length: 366 }, (_, index) => new Date(first + index * 86_400_000).toISOString().slice(0, 10)).filter((date) => date.startsWith(String(number)));
}

const shifted = (date: string, days: number) => new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** What is wrong with a year: swaps without a partner, substitutes without a holiday, provisional days outside every stretch. */
function faults({ days, provisional }: CalendarYear): readonly string[] {
  const of = (kind: string) => days.filter((day) => day.kind === kind).map(({ date }) => date);
  const onWeekend = days.filter(({ kind, date, name }) => kind === "HOLIDAY" && [0, 6].includes(weekdayOf(date)) && !/Văn hóa/.test(name.vi));
  const open = days.filter(({ date, status }) => status === "PROVISIONAL" && !provisional.some(({ from, to }) => from <= date && date <= to));
  return [
    ...(of("SWAP_OFF").length === of("SWAP_WORK").length ? [] : ["a swapped rest day without its working day"]),
    ...of("SWAP_OFF").filter((date) => [0, 6].includes(weekdayOf(date))).map((date) => `${date} is a rest day already`),
    ...of("SWAP_WORK").filter((date) => weekdayOf(date) !== 6).map((date) => `${date} is no Saturday`),
    ...(of("SUBSTITUTE").length === onWeekend.length ? [] : ["a substitute day too many or too few"]),
    ...open.map(({ date }) => `${date} is provisional outside every stretch`),
  ];
}

describe("the calendars that ship", () => {
  it("cover 2024–2030, each day with its status and source", () => {
    expect(years.map((entry) => entry.year)).toEqual([2024, 2025, 2026, 2027, 2028, 2029, 2030]);
    for (const { days } of years) for (const day of days) expect([day.date, day.status ?? "", day.source.length > 3]).toEqual([day.date, expect.stringMatching(/^(OFFICIAL|PROVISIONAL)$/), true]);
  });

  it.each([
    [2024, 12, 1],
    [2025, 12, 1],
    [2026, 14, 2],
  ])("%i has %i weekdays off and %i Saturdays worked, as the notes add up", (number, off, worked) => {
    const dates = datesOf(number);
    expect(dates.filter((date) => ![0, 6].includes(weekdayOf(date)) && !works(date))).toHaveLength(off);
    expect(dates.filter((date) => [0, 6].includes(weekdayOf(date)) && works(date))).toHaveLength(worked);
  });

  it.each(years.map((entry) => [entry.year, entry] as const))("%i pairs its swaps and substitutes", (_, entry) => {
    expect(faults(entry)).toEqual([]);
  });

  it("refuses a year with a swap that is not made up, or a substitute that is missing", () => {
    const without = (kind: string): CalendarYear => ({ ...year(2026), days: year(2026).days.filter((day) => day.kind !== kind) });
    expect(faults(without("SWAP_WORK"))).toEqual(["a swapped rest day without its working day"]);
    expect(faults(without("SUBSTITUTE"))).toEqual(["a substitute day too many or too few"]);
    expect(faults({ ...year(2027), provisional: [] })[0]).toMatch(/provisional outside/);
  });

  it("hold a working day between rest days open until it is decided, with the Saturdays on which it may be made up", () => {
    // 2024 to 2026 were swapped for Saturdays up to nine days before and eight days after.
    const undecided = years.flatMap(({ year: number }) => datesOf(number)).filter((date) => date > "2026-11-01" && works(date) && !works(shifted(date, -1)) && !works(shifted(date, 1)));
    expect(undecided).toEqual(["2026-11-23", "2028-04-03", "2029-12-31", "2030-04-29"]);
    for (const date of undecided) for (const days of [-9, -2, 0, 5, 12]) expect(dayOfDate(shifted(date, days), calendar).provisional, shifted(date, days)).toBe(true);
  });

  it("name the decision that swapped each day and moved each Tết", () => {
    const decided = years.filter((entry) => entry.year <= 2026).flatMap(({ days }) => days).filter(({ kind, name }) => kind.startsWith("SWAP") || name.vi === "Tết Nguyên đán");
    expect(decided.length).toBeGreaterThan(20);
    for (const { date, source } of decided) expect(source, date).toMatch(/(Công văn|Thông báo) \d+\/[A-Z-]+ ngày \d{2}\/\d{2}\/\d{4}/);
  });

  it("give National Day two days in every year, one of them 02/09", () => {
    for (const { year: number, days } of years) {
      const named = days.filter(({ name, kind }) => name.vi === "Quốc khánh" && kind === "HOLIDAY").map(({ date }) => date);
      expect(named).toHaveLength(2);
      expect(named).toContain(`${number}-09-02`);
      expect(Math.abs(weekdayOf(named[0] ?? "") - weekdayOf(named[1] ?? ""))).toBeOneOf([1, 6]);
    }
  });

  it.each([
    [2024, "2024-02-10", "2024-04-18"],
    [2025, "2025-01-29", "2025-04-07"],
    [2026, "2026-02-17", "2026-04-26"],
    [2027, "2027-02-06", "2027-04-16"],
    [2028, "2028-01-26", "2028-04-04"],
    [2029, "2029-02-13", "2029-04-23"],
    [2030, "2030-02-02", "2030-04-12"],
  ])("%i has the first day of Tết on %s and Hung Kings on %s, five days of Tết", (number, tet, kings) => {
    const { days } = year(number);
    const tetDays = days.filter(({ name, kind }) => name.vi === "Tết Nguyên đán" && kind === "HOLIDAY").map(({ date }) => date);
    expect(tetDays).toHaveLength(5);
    expect(tetDays).toContain(tet);
    expect(days.filter(({ name, kind }) => name.vi.startsWith("Giỗ Tổ") && kind === "HOLIDAY").map(({ date }) => date)).toEqual([kings]);
  });

  it("agree on the first day of Tết and Hung Kings with the Chinese-lunar calendar of this machine, but for the hour that parts Hanoi from Beijing", () => {
    const lunar = new Intl.DateTimeFormat("en-u-ca-chinese", { month: "numeric", day: "numeric", timeZone: "UTC" });
    for (const { year: number, days } of years) {
      const tet = days.filter(({ name }) => name.vi === "Tết Nguyên đán").map(({ date }) => lunar.format(new Date(`${date}T00:00:00Z`)));
      // In 2030 the new moon falls on 02/02 in Hanoi and on 03/02 in Beijing: several public tables have it wrong.
      if (number !== 2030) expect(tet).toContain("1/1");
    }
  });

  it("have Culture Day from 2026, without a substitute on a weekend", () => {
    expect(works("2025-11-24")).toBe(true);
    for (const { year: number } of years.filter((entry) => entry.year >= 2026)) expect(works(`${number}-11-24`)).toBe(false);
    expect(works("2029-11-26")).toBe(true);
    expect(works("2030-11-25")).toBe(true);
  });

  it("say that a year nobody has published is provisional as a whole", () => {
    expect(dayOfDate("2031-05-20", calendar).provisional).toBe(true);
    expect(dayOfDate("2026-05-20", calendar).provisional).toBe(false);
    expect(dayOfDate("2027-02-15", calendar).provisional).toBe(true);
  });
});
