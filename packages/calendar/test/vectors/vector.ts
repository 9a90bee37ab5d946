import type { CountingPolicy, DueMode } from "../../src/index.ts";

/** One due date worked out by hand. Times are Asia/Ho_Chi_Minh; a due time without seconds is on the minute. */
export interface Vector {
  readonly received: string;
  readonly limit: string;
  readonly due: string;
  /** The reasoning that gave `due`. */
  readonly why: string;
  /** @default civilService */
  readonly week?: keyof typeof WEEKS;
  readonly mode?: DueMode;
  readonly cutOff?: string;
  readonly policy?: Partial<CountingPolicy>;
  /** `FROM/TO:POLICY`, as the command line takes them. */
  readonly pauses?: readonly string[];
  /** `AT+LIMIT`. */
  readonly extensions?: readonly string[];
}

const split = [{ from: "07:00", to: "11:30" }, { from: "13:30", to: "17:00" }];
const late = [{ from: "07:30", to: "11:30" }, { from: "13:30", to: "17:30" }];
const through = [{ from: "08:00", to: "16:00" }];
const morning = [{ from: "07:00", to: "11:30" }];
const earlyFriday = [{ from: "07:00", to: "11:30" }, { from: "13:30", to: "16:00" }];

/** Weeks of units, sessions by ISO weekday. */
export const WEEKS = {
  civilService: { "1": split, "2": split, "3": split, "4": split, "5": split },
  halfPastSeven: { "1": late, "2": late, "3": late, "4": late, "5": late },
  throughNoon: { "1": through, "2": through, "3": through, "4": through, "5": through },
  saturdayMorning: { "1": split, "2": split, "3": split, "4": split, "5": split, "6": morning },
  sixDays: { "1": split, "2": split, "3": split, "4": split, "5": split, "6": split },
  earlyFriday: { "1": split, "2": split, "3": split, "4": split, "5": earlyFriday },
} as const;
