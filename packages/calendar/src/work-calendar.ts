import type { CountingPolicy } from "./counting-policy.ts";

/** What kind of day a date is. `SUBSTITUTE` is nghỉ bù, `SWAP_OFF`/`SWAP_WORK` a swapped rest or working day (hoán đổi). */
export type DayKind = "WORKING" | "WEEKEND" | "HOLIDAY" | "SUBSTITUTE" | "SWAP_OFF" | "SWAP_WORK";

/** `OFFICIAL`: the statute alone or a notice of the year fixes the day. `PROVISIONAL`: computed, and still to be announced. */
export type DayStatus = "OFFICIAL" | "PROVISIONAL";

/** A day that differs from the ordinary week. */
export interface SpecialDay {
  readonly date: string;
  readonly kind: Exclude<DayKind, "WORKING" | "WEEKEND">;
  readonly name: { readonly vi: string; readonly en?: string };
  /** @default OFFICIAL */
  readonly status?: DayStatus;
  readonly source: string;
}

/** `schemas/calendars/<year>.json`. */
export interface CalendarYear {
  readonly $schema?: string;
  readonly year: number;
  readonly days: readonly SpecialDay[];
  /** Stretches not yet announced: a due date that crosses one says so. Inclusive ISO dates. */
  readonly provisional: readonly { readonly from: string; readonly to: string; readonly reason: string }[];
}

/** A working session in local time, `HH:mm`, from inclusive to exclusive. */
export interface Session {
  readonly from: string;
  readonly to: string;
}

/** The calendar of one unit: special days and its own week. Times are Asia/Ho_Chi_Minh, which has no summer time. */
export interface WorkCalendar {
  readonly years: readonly CalendarYear[];
  /** Sessions by ISO weekday, `1` Monday … `7` Sunday. A weekday without sessions is a rest day. */
  readonly sessions: Readonly<Record<string, readonly Session[]>>;
  /** How the unit reads what the law leaves open; {@link DEFAULT_POLICY} fills what is absent. */
  readonly policy?: Partial<CountingPolicy>;
}
