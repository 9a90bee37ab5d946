import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type CalendarYear, dayOfDate, dueDate, parseDuration, type WorkCalendar } from "@motcua/calendar";
import { addBusinessDays, isWeekend } from "date-fns";
import Holidays from "date-holidays";
import { median, type Row } from "../row.ts";

const DAY_MS = 86_400_000;
const FIRST = Date.parse("2024-01-01T00:00:00Z");
const LAST = Date.parse("2026-12-31T00:00:00Z");
const LIMITS = ["1wd", "3wd", "15wd", "8wh", "10d", "2mo", "same-day"];
const RECEIPTS = 2_000;
const ROUNDS = 5;

/** What state bodies did on 2024–2026, written down from the yearly notices and not read from our files: weekdays off… */
const OFF: ReadonlySet<string> = new Set(
  [
    "2024-01-01 2024-02-08 2024-02-09 2024-02-12 2024-02-13 2024-02-14 2024-04-18 2024-04-29 2024-04-30 2024-05-01 2024-09-02 2024-09-03",
    "2025-01-01 2025-01-27 2025-01-28 2025-01-29 2025-01-30 2025-01-31 2025-04-07 2025-04-30 2025-05-01 2025-05-02 2025-09-01 2025-09-02",
    "2026-01-01 2026-01-02 2026-02-16 2026-02-17 2026-02-18 2026-02-19 2026-02-20 2026-04-27 2026-04-30 2026-05-01 2026-08-31 2026-09-01 2026-09-02 2026-11-24",
  ].flatMap((year) => year.split(" ")),
);
/** …and Saturdays worked in their place. */
const WORKED: ReadonlySet<string> = new Set(["2024-05-04", "2025-04-26", "2026-01-10", "2026-08-22"]);

type Works = (date: string) => boolean;

/** Due dates a second, and how many days of 2024–2026 each library takes for what they were not. */
export async function calendar(): Promise<readonly Row[]> {
  const ours = civilService();
  const vietnam = new Holidays("VN");
  const daysOff = publicDays(vietnam);
  const works: Readonly<Record<"ours" | "date-holidays" | "date-fns", Works>> = {
    ours: (date) => dayOfDate(date, ours).sessions.length > 0,
    "date-holidays": (date) => !weekend(date) && !daysOff.has(date),
    "date-fns": (date) => !weekend(date),
  };
  return [
    ...(["date-holidays", "date-fns"] as const).flatMap((peer) => [
      compared({ name: "days of 2024–2026 taken for what they were not", unit: "days", value: wrongDays(works.ours), peer, peerValue: wrongDays(works[peer]), atMost: 0 }),
      compared({ name: "receipts of 2024–2026 with a wrong third working day", unit: "days", value: wrongDues(works.ours), peer, peerValue: wrongDues(works[peer]), atMost: 0 }),
    ]),
    compared({ name: "due dates of every unit, explained day by day", unit: "due dates/s", value: perSecond((receipt) => ourDues(receipt, ours), LIMITS.length), peer: "date-fns addBusinessDays, weekends only", peerValue: perSecond(theirDues, LIMITS.length) }),
    compared({ name: "third working day", unit: "due dates/s", value: perSecond((receipt) => void dueDate({ start: receipt, limit: { value: 3, unit: "wd" }, calendar: ours }), 1), peer: "date-holidays, asked day by day", peerValue: perSecond((receipt) => thirdDay(receipt, vietnam), 1) }),
  ];
}

function civilService(): WorkCalendar {
  const folder = fileURLToPath(new URL("../../schemas/calendars/", import.meta.url));
  const years = readdirSync(folder).map((file) => JSON.parse(readFileSync(folder + file, "utf8")) as CalendarYear);
  const sessions = [{ from: "07:00", to: "11:30" }, { from: "13:30", to: "17:00" }];
  return { years, sessions: Object.fromEntries(["1", "2", "3", "4", "5"].map((day) => [day, sessions])) };
}

/** Every civil date on which date-holidays has a public holiday; those of several days are spread out. */
function publicDays(vietnam: Holidays): ReadonlySet<string> {
  const found = [2024, 2025, 2026].flatMap((year) => vietnam.getHolidays(year)).filter(({ type }) => type === "public");
  return new Set(
    found.flatMap(({ date, start, end }) => {
      const days = Math.round((end.getTime() - start.getTime()) / DAY_MS);
      return Array.from({ length: days }, (_, index) => dateOf(Date.parse(`${date.slice(0, 10)}T00:00:00Z`) + index * DAY_MS));
    }),
  );
}

function wrongDays(works: Works): number {
  return everyDay().filter((date) => works(date) !== worked(date)).length;
}

/** Receipts on each day: the third working day after, by a library and as it was. */
function wrongDues(works: Works): number {
  return everyDay().filter((date) => third(date, works) !== third(date, worked)).length;
}

function third(date: string, works: Works): string {
  let at = Date.parse(`${date}T00:00:00Z`);
  // A receipt on a rest day is the next working day's.
  while (!works(dateOf(at))) at += DAY_MS;
  for (let left = 3; left > 0; ) if (works(dateOf((at += DAY_MS)))) left -= 1;
  return dateOf(at);
}

const worked: Works = (date) => WORKED.has(date) || (!weekend(date) && !OFF.has(date));

/** Up to where a third working day is still in the three years. */
function everyDay(): readonly string[] {
  return Array.from({ length: (LAST - FIRST) / DAY_MS + 1 }, (_, index) => dateOf(FIRST + index * DAY_MS)).filter((date) => date <= "2026-12-20");
}

/** Noon, so that the zone of this machine does not matter. */
function weekend(date: string): boolean {
  return isWeekend(new Date(`${date}T12:00:00`));
}

function dateOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}

function ourDues(receipt: string, ours: WorkCalendar): void {
  for (const text of LIMITS) {
    const limit = parseDuration(text);
    if (limit !== undefined) dueDate({ start: receipt, limit, calendar: ours });
  }
}

function theirDues(receipt: string): void {
  for (let limit = 0; limit < LIMITS.length; limit += 1) addBusinessDays(new Date(receipt), limit * 2 + 1);
}

function thirdDay(receipt: string, vietnam: Holidays): void {
  let at = new Date(receipt);
  for (let left = 3; left > 0; ) {
    at = new Date(at.getTime() + DAY_MS);
    if (!isWeekend(at) && vietnam.isHoliday(at) === false) left -= 1;
  }
}

/** Median of several rounds over receipts spread over three years. */
function perSecond(run: (receipt: string) => void, each: number): number {
  const receipts = Array.from({ length: RECEIPTS }, (_, index) => new Date(FIRST + 2 * 3_600_000 + Math.floor((index * (LAST - FIRST)) / RECEIPTS)).toISOString());
  const rates = Array.from({ length: ROUNDS }, () => {
    const started = performance.now();
    for (const receipt of receipts) run(receipt);
    return (RECEIPTS * each * 1000) / (performance.now() - started);
  });
  return Math.round(median(rates));
}

interface Compared {
  readonly name: string;
  readonly unit: string;
  readonly value: number;
  readonly peer: string;
  readonly peerValue: number;
  readonly atMost?: number;
}

function compared({ name, unit, value, peer, peerValue, atMost }: Compared): Row {
  const judged = atMost === undefined ? { budget: null, pass: null } : { budget: `≤ ${atMost} ${unit}`, pass: value <= atMost };
  return { suite: "calendar", name, value, unit, peer, peerValue, ratio: peerValue === 0 ? null : value / peerValue, ...judged };
}
