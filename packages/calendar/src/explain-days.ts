import { type CountedDay, type DayPart, skippedDay } from "./counted-day.ts";
import { clockOf, type Moment } from "./moment.ts";
import type { PausePolicy } from "./pause.ts";
import { oneADay, type RunSegment } from "./segment.ts";
import type { WorkCalendar } from "./work-calendar.ts";

/** A pause between two moments. */
export interface PausedStretch {
  readonly from: Moment;
  readonly to: Moment;
  readonly policy: PausePolicy;
}

/** What is to be explained. */
export interface Explained {
  readonly from: Moment;
  readonly due: Moment;
  readonly segments: readonly RunSegment[];
  readonly pauses: readonly PausedStretch[];
  readonly calendar: WorkCalendar;
}

const LOST = "đã tính trước khi tạm dừng, nay tính lại từ đầu";

/** Every day from the receipt to the due date once: counted, skipped and why, paused. */
export function explainDays({ from, due, segments, pauses, calendar }: Explained): readonly CountedDay[] {
  const live = oneADay(segments.flatMap((segment) => (segment.lost ? segment.days().map(lostDay) : segment.days())));
  const known = new Map(live.map((part) => [part.day, part]));
  const days: CountedDay[] = [];
  const last = Math.max(due.day, ...live.map(({ day }) => day));
  for (let { day } = from; day <= last; day += 1) {
    const { date, kind, counted, why } = known.get(day) ?? skippedDay(day, calendar);
    days.push({ date, kind, counted, why: withPauses({ day, why, counted }, pauses) });
  }
  return days;
}

function lostDay(part: DayPart): DayPart {
  return part.counted ? { ...part, counted: false, why: LOST } : part;
}

function withPauses({ day, why, counted }: { readonly day: number; readonly why: string; readonly counted: boolean }, pauses: readonly PausedStretch[]): string {
  const words = pauses.filter(({ policy, from, to }) => policy !== "NONE" && from.day <= day && day <= to.day).map((pause) => pausedWords(day, pause));
  if (words.length === 0) return why;
  return counted ? [why, ...words].join("; ") : [...words, why].join("; ");
}

function pausedWords(day: number, { from, to, policy }: PausedStretch): string {
  const begins = day === from.day ? ` từ ${clockOf(from)}` : "";
  const ends = day === to.day ? ` đến ${clockOf(to)}` : "";
  return `tạm dừng${begins}${ends}${policy === "SUBTRACT" ? " (trừ khi đánh giá)" : ""}`;
}
