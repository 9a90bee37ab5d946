import type { CalendarYear, Session, SpecialDay, WorkCalendar } from "../work-calendar.ts";

/** Seconds in one tick: everything the oracle is asked lies on this grid. */
const TICK = 15;
/** Ticks in one day. */
export const DAY = 86_400 / TICK;

/** Working time of a unit, tick by tick since 1970-01-01T00:00 in Viet Nam, painted from its calendar. */
export interface WorkedTime {
  /** Whether work is done in the tick that begins there. */
  readonly works: (tick: number) => boolean;
  readonly worksOn: (day: number) => boolean;
  /** Whether what the calendar says of a day may still change. */
  readonly provisional: (day: number) => boolean;
}

interface PaintedDay {
  readonly ticks: Uint8Array;
  readonly worked: boolean;
  readonly open: boolean;
}

const known = new WeakMap<WorkCalendar, WorkedTime>();

/** The working time of a calendar, painted day by day as it is looked at. */
export function workedTime(calendar: WorkCalendar): WorkedTime {
  let time = known.get(calendar);
  if (time === undefined) known.set(calendar, (time = paintedTime(calendar)));
  return time;
}

function paintedTime(calendar: WorkCalendar): WorkedTime {
  const special = new Map(calendar.years.flatMap(({ days }) => days.map((day) => [day.date, day] as const)));
  const days = new Map<number, PaintedDay>();
  const paint = (day: number) => {
    let painted = days.get(day);
    if (painted === undefined) days.set(day, (painted = paintedDay(day, special.get(dateAt(day)), calendar)));
    return painted;
  };
  let shown = Number.NaN;
  let ticks: Uint8Array = new Uint8Array();
  // The day looked at last is looked at again a thousand times.
  const works = (tick: number) => {
    const day = dayAt(tick);
    if (day !== shown) [shown, ticks] = [day, paint(day).ticks];
    return ticks[tick - day * DAY] === 1;
  };
  return { works, worksOn: (day) => paint(day).worked, provisional: (day) => paint(day).open };
}

/** The day a tick lies in. */
export const dayAt = (tick: number) => Math.floor(tick / DAY);
/** ISO date of a day. */
export const dateAt = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10);
/** The tick of an instant. @throws RangeError when the oracle cannot see it */
export function tickOf(instant: string): number {
  const tick = (Date.parse(instant) / 1000 + 7 * 3_600) / TICK;
  if (!Number.isInteger(tick)) throw new RangeError("the oracle sees quarters of a minute only");
  return tick;
}
/** The instant of a tick, ISO 8601 with `+07:00`. */
export const instantAt = (tick: number) => `${new Date(tick * TICK * 1000).toISOString().slice(0, 19)}+07:00`;
/** A clock time `HH:mm` as ticks since midnight. */
export const clockTicks = (text: string) => (Number(text.slice(0, 2)) * 3_600 + Number(text.slice(3)) * 60) / TICK;
/** So many minutes as ticks. */
export const minuteTicks = (minutes: number) => Math.round((minutes * 60) / TICK);

/** A rest day has no work; a day that makes up for another is worked like the longest of the week. */
function paintedDay(day: number, special: SpecialDay | undefined, { years, sessions }: WorkCalendar): PaintedDay {
  const ordinary = sessions[String(new Date(day * 86_400_000).getUTCDay() || 7)] ?? [];
  const worked = special === undefined ? ordinary : special.kind === "SWAP_WORK" ? longest(Object.values(sessions)) : [];
  const ticks = paintedSessions(worked);
  return { ticks, worked: ticks.includes(1), open: special?.status === "PROVISIONAL" || isOpen(dateAt(day), years) };
}

function paintedSessions(sessions: readonly Session[]): Uint8Array {
  const ticks = new Uint8Array(DAY);
  for (const { from, to } of sessions) ticks.fill(1, clockTicks(from), clockTicks(to));
  return ticks;
}

function longest(week: readonly (readonly Session[])[]): readonly Session[] {
  const worked = (sessions: readonly Session[]) => paintedSessions(sessions).reduce((sum, tick) => sum + tick, 0);
  return week.toSorted((a, b) => worked(b) - worked(a))[0] ?? [];
}

/** Nobody has published the year, or it says that something on that day is still to be announced. */
function isOpen(date: string, years: readonly CalendarYear[]): boolean {
  return !years.some(({ year }) => date.startsWith(`${year}-`)) || years.some(({ provisional }) => provisional.some(({ from, to }) => from <= date && date <= to));
}
