import { type Duration, type DurationUnit, type DueMode, parseDuration, runClock, type WorkCalendar } from "@motcua/calendar";
import { loadCalendars } from "../calendar/load-calendars.ts";
import { dueText } from "../due/due-text.ts";
import { parseInstant } from "../due/parse-instant.ts";
import { parsePause } from "../due/parse-pause.ts";
import { DEFAULT_SESSIONS, parseSessions } from "../due/parse-sessions.ts";
import { CommandFailure, EXIT } from "../exit.ts";
import { requireWorkspace } from "../workspace.ts";

interface DueOptions {
  readonly received: string;
  readonly limit: string;
  readonly sessions?: string;
  readonly mode?: string;
  readonly cutOff?: string;
  readonly extend?: string;
  readonly pause?: readonly string[];
  readonly explain?: boolean;
  readonly json?: boolean;
}

const EXTEND = { minutes: "MINUTES", days: "WHOLE_DAYS" } as const;
/** Forty years or so in each unit: whatever is longer is a slip of the hand. */
const LONGEST: Readonly<Record<DurationUnit, number>> = { min: 5_000_000, wh: 80_000, h: 350_000, wd: 10_000, d: 15_000, mo: 480, "same-day": 0 };

/** `motcua due`: the due date of a limit, with its days and pauses; times are Asia/Ho_Chi_Minh. All options that are wrong are said at once. */
export async function due(options: DueOptions): Promise<number> {
  const { sessions, policy, ...request } = readAll({
    start: () => parseInstant(options.received, "--received"),
    limit: () => limitOf(options.limit),
    mode: () => modeOf(options.mode),
    pauses: () => readAll(Object.fromEntries((options.pause ?? []).map((text, index) => [index, () => parsePause(text)]))),
    cutOff: () => (options.cutOff === undefined ? undefined : cutOffOf(options.cutOff)),
    sessions: () => parseSessions(options.sessions ?? DEFAULT_SESSIONS),
    policy: () => ({ extend: extendOf(options.extend) }),
  });
  const { cutOff, pauses, ...asked } = request;
  const years = await loadCalendars(requireWorkspace());
  const calendar: WorkCalendar = { years, sessions, policy };
  const reading = runClock({ ...asked, pauses: Object.values(pauses), calendar, ...(cutOff === undefined ? {} : { cutOff }) });
  if (options.json === true) {
    const { due: when, start, provisional, days, pauses, segments } = reading;
    console.log(JSON.stringify({ due: when, start, provisional, days, pauses, ...(options.explain === true ? { segments } : {}) }));
  } else console.log(dueText(reading, years, options.explain ?? false));
  return EXIT.done;
}

/** Every value read, or every message of those that cannot be. @throws CommandFailure with all messages, one a line */
function readAll<T extends Readonly<Record<string, unknown>>>(readers: { readonly [K in keyof T]: () => T[K] }): T {
  const faults: string[] = [];
  const values = Object.entries(readers).map(([name, read]) => {
    try {
      return [name, (read as () => unknown)()] as const;
    } catch (error) {
      if (!(error instanceof CommandFailure)) throw error;
      faults.push(error.message);
      return [name, undefined] as const;
    }
  });
  if (faults.length > 0) throw new CommandFailure(faults.join("\n"), EXIT.usage);
  return Object.fromEntries(values) as T;
}

function limitOf(text: string): Duration {
  const limit = parseDuration(text);
  if (limit === undefined) {
    const months = text.endsWith("mo") ? " Tháng chỉ có thể là số nguyên hoặc rưỡi: 1mo, 1.5mo." : "";
    throw new CommandFailure(`--limit ${text}: cần 30min, 8wh (giờ làm việc), 24h (giờ liên tục), 3wd (ngày làm việc), 10d (ngày), 2mo (tháng) hoặc same-day.${months}`, EXIT.usage);
  }
  const longest = LONGEST[limit.unit];
  if (limit.value > longest || (limit.value === 0 && limit.unit !== "same-day")) throw new CommandFailure(`--limit ${text}: thời hạn phải lớn hơn 0 và không quá ${longest}${limit.unit}.`, EXIT.usage);
  return limit;
}

function modeOf(text = "END_OF_DAY"): DueMode {
  if (text === "END_OF_DAY" || text === "SAME_TIME") return text;
  throw new CommandFailure(`--mode ${text}: END_OF_DAY hoặc SAME_TIME.`, EXIT.usage);
}

function extendOf(text = "minutes"): (typeof EXTEND)[keyof typeof EXTEND] {
  if (text === "minutes" || text === "days") return EXTEND[text];
  throw new CommandFailure(`--extend ${text}: minutes hoặc days.`, EXIT.usage);
}

function cutOffOf(text: string): string {
  if (/^([01]\d|2[0-3]):[0-5]\d$/.test(text)) return text;
  throw new CommandFailure(`--cut-off ${text}: cần giờ như 15:00.`, EXIT.usage);
}
