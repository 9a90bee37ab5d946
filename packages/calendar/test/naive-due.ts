import type { CalendarYear, ClockRequest, Session, WorkCalendar } from "../src/index.ts";

/**
 * The due date once more, by walking: half minute by half minute through working time, day by day through dates. Slow and
 * plain, shares no code with the clock, and is what the clock is held to. Extensions are not walked.
 */
const SLOT = 30;
const DAY = 86_400 / SLOT;

type Slots = Uint8Array;
interface Walk {
  readonly works: (slot: number) => boolean;
  readonly worksOn: (day: number) => boolean;
}

const walks = new WeakMap<WorkCalendar, Walk>();

export function naiveDue(request: ClockRequest): string {
  const walk = walkOf(request.calendar);
  let due = naiveEnd(request, request.start, walk);
  let resumed = naiveBegin(request, request.start, walk);
  const policy = request.calendar.policy?.extend ?? "WHOLE_DAYS";
  for (const pause of [...(request.pauses ?? [])].sort((a, b) => Date.parse(a.from) - Date.parse(b.from))) {
    if (pause.policy !== "EXTEND" && pause.policy !== "RESTART") continue;
    const from = Math.max(slotOf(pause.from), resumed);
    const to = slotOf(pause.to);
    resumed = Math.max(resumed, to);
    if (to <= from) continue;
    const end = pause.policy === "RESTART" ? naiveEnd(request, pause.to, walk) : naiveExtend({ request, due, from, to, policy, walk });
    // Past a cut-off a clock that was restarted runs only from the next opening.
    if (pause.policy === "RESTART" && end > due) resumed = Math.max(resumed, naiveBegin(request, pause.to, walk));
    due = Math.max(due, end);
  }
  return textOf(due);
}

function naiveExtend({ request, due, from, to, policy, walk }: { request: ClockRequest; due: number; from: number; to: number; policy: string; walk: Walk }): number {
  if (from >= due) return due;
  if (request.limit.unit === "h") return due + to - from;
  const endsDay = walk.works(due - 1) && lastOf(dayOf(due - 1), walk) === due;
  if (policy === "WHOLE_DAYS" && endsDay) {
    let passed = 0;
    for (let day = dayOf(from) + 1; day <= dayOf(to); day += 1) if (walk.worksOn(day)) passed += 1;
    let day = dayOf(due - 1);
    while (passed > 0) if (walk.worksOn((day += 1))) passed -= 1;
    let resumes = to;
    while (!walk.works(resumes)) resumes += 1;
    return Math.max(lastOf(day, walk), lastOf(dayOf(resumes), walk));
  }
  let left = 0;
  for (let slot = from; slot < due; slot += 1) if (walk.works(slot)) left += 1;
  return naiveConsume(to, left, walk);
}

/** Where counting begins; for time that does not look at sessions, where it is. */
function naiveBegin({ limit, cutOff, calendar }: ClockRequest, at: string, walk: Walk): number {
  const slot = slotOf(at);
  const day = dayOf(slot);
  const asked = cutOff ?? (limit.unit === "same-day" ? (calendar.policy?.sameDayCutOff ?? "15:00") : undefined);
  if (["h", "d", "mo"].includes(limit.unit) && asked === undefined) return slot;
  const late = asked !== undefined && walk.worksOn(day) && secondsOfDay(at) > clock(asked);
  let found = late ? (day + 1) * DAY : slot;
  while (!walk.works(found)) found += 1;
  return found;
}

function naiveEnd(request: ClockRequest, at: string, walk: Walk): number {
  const { limit, mode, calendar } = request;
  const begun = naiveBegin(request, at, walk);
  const ends = (day: number) => (mode === "SAME_TIME" ? sameClock(day, begun % DAY, walk) : lastOf(day, walk));
  if (limit.unit === "min") return naiveConsume(begun, (limit.value * 60) / SLOT, walk);
  if (limit.unit === "wh") return naiveConsume(begun, Math.round((limit.value * 3600) / SLOT), walk);
  if (limit.unit === "same-day") return lastOf(dayOf(begun), walk);
  if (limit.unit === "h") {
    let end = begun + Math.round((limit.value * 3600) / SLOT);
    if (calendar.policy?.elapsedEnd === "ROLL" && !walk.works(end - 1)) while (!walk.works(end)) end += 1;
    return end;
  }
  if (limit.unit === "wd") {
    let day = dayOf(begun);
    for (let left = Math.floor(limit.value); left > 0; ) if (walk.worksOn((day += 1))) left -= 1;
    const part = limit.value % 1;
    if (part === 0) return ends(day);
    let next = day + 1;
    while (!walk.worksOn(next)) next += 1;
    return Math.min(ends(next), naiveConsume(limit.value < 1 ? begun : ends(day), Math.round((part * 8 * 3600) / SLOT), walk));
  }
  let last = limit.unit === "d" ? dayOf(begun) + Math.ceil(limit.value) : monthsLater(dayOf(begun), limit.value);
  while (!walk.worksOn(last)) last += 1;
  return ends(last);
}

function naiveConsume(from: number, slots: number, walk: Walk): number {
  let slot = from;
  for (let left = slots; left > 0; slot += 1) if (walk.works(slot)) left -= 1;
  return slot;
}

/** The clock time if work goes on until it; else back to the last minute worked before it, else the first of the day. */
function sameClock(day: number, time: number, walk: Walk): number {
  const first = day * DAY;
  let slot = first + time;
  if (walk.works(slot)) return slot;
  while (slot > first && !walk.works(slot - 1)) slot -= 1;
  if (slot > first) return slot;
  while (!walk.works(slot)) slot += 1;
  return slot;
}

function lastOf(day: number, walk: Walk): number {
  let slot = (day + 1) * DAY;
  while (!walk.works(slot - 1)) slot -= 1;
  return slot;
}

/** The same day number that many months on, stepping back to a date that exists; half a month is 15 days. */
function monthsLater(day: number, months: number): number {
  const from = new Date(day * 86_400_000);
  const month = from.getUTCMonth() + Math.floor(months);
  for (let number = from.getUTCDate(); ; number -= 1) {
    const found = new Date(Date.UTC(from.getUTCFullYear(), month, number));
    if (found.getUTCMonth() === ((month % 12) + 12) % 12) return found.getTime() / 86_400_000 + (months % 1 === 0 ? 0 : 15);
  }
}

function walkOf(calendar: WorkCalendar): Walk {
  let walk = walks.get(calendar);
  if (walk !== undefined) return walk;
  const days = new Map<number, Slots>();
  const slotsOf = (day: number) => {
    const painted = days.get(day) ?? paint(day, calendar);
    days.set(day, painted);
    return painted;
  };
  let shown = Number.NaN;
  let slots: Slots = new Uint8Array();
  // The day looked at last is looked at again a thousand times.
  const works = (slot: number) => {
    const day = dayOf(slot);
    if (day !== shown) [shown, slots] = [day, slotsOf(day)];
    return slots[slot - day * DAY] === 1;
  };
  walk = { works, worksOn: (day) => slotsOf(day).includes(1) };
  walks.set(calendar, walk);
  return walk;
}

/** One day as half minutes: 1 where work is done. */
function paint(day: number, calendar: WorkCalendar): Slots {
  const slots = new Uint8Array(DAY);
  for (const { from, to } of sessionsOn(day, calendar)) slots.fill(1, clock(from) / SLOT, clock(to) / SLOT);
  return slots;
}

function sessionsOn(day: number, { years, sessions }: WorkCalendar): readonly Session[] {
  const at = new Date(day * 86_400_000);
  const special = specialOn(at.toISOString().slice(0, 10), years);
  if (special === undefined) return sessions[String(at.getUTCDay() === 0 ? 7 : at.getUTCDay())] ?? [];
  if (special !== "SWAP_WORK") return [];
  const length = (day: readonly Session[]) => day.reduce((sum, { from, to }) => sum + clock(to) - clock(from), 0);
  return Object.values(sessions).toSorted((a, b) => length(b) - length(a))[0] ?? [];
}

function specialOn(date: string, years: readonly CalendarYear[]): string | undefined {
  for (const year of years) for (const special of year.days) if (special.date === date) return special.kind;
  return undefined;
}

const clock = (text: string) => Number(text.slice(0, 2)) * 3600 + Number(text.slice(3)) * 60;
const dayOf = (slot: number) => Math.floor(slot / DAY);
const localSeconds = (instant: string) => Math.floor(Date.parse(instant) / 1000) + 7 * 3600;
const secondsOfDay = (instant: string) => ((localSeconds(instant) % 86_400) + 86_400) % 86_400;
const slotOf = (instant: string) => Math.floor(localSeconds(instant) / SLOT);
const textOf = (slot: number) => `${new Date(slot * SLOT * 1000).toISOString().slice(0, 19)}+07:00`;
