import { type Duration, type DueMode, parseDuration, runClock, type WorkCalendar } from "@motcua/calendar";
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
/** Thirty working years: whatever is longer is a slip of the hand. */
const LONGEST = 10_000;

/** `motcua due`: the due date of a limit, with its days and pauses; times are Asia/Ho_Chi_Minh. */
export async function due(options: DueOptions): Promise<number> {
  const request = {
    start: parseInstant(options.received, "--received"),
    limit: limitOf(options.limit),
    mode: modeOf(options.mode),
    pauses: (options.pause ?? []).map(parsePause),
    ...(options.cutOff === undefined ? {} : { cutOff: cutOffOf(options.cutOff) }),
  };
  const sessions = parseSessions(options.sessions ?? DEFAULT_SESSIONS);
  const policy = { extend: extendOf(options.extend) };
  const years = await loadCalendars(requireWorkspace());
  const calendar: WorkCalendar = { years, sessions, policy };
  const reading = runClock({ ...request, calendar });
  if (options.json === true) {
    const { due: when, start, provisional, days, pauses, segments } = reading;
    console.log(JSON.stringify({ due: when, start, provisional, days, pauses, ...(options.explain === true ? { segments } : {}) }));
  } else console.log(dueText(reading, years, options.explain ?? false));
  return EXIT.done;
}

function limitOf(text: string): Duration {
  const limit = parseDuration(text);
  if (limit === undefined || limit.value > LONGEST) {
    throw new CommandFailure(`--limit ${text}: cần 30min, 8wh (giờ làm việc), 24h (giờ liên tục), 3wd (ngày làm việc), 10d (ngày), 2mo (tháng) hoặc same-day.`, EXIT.usage);
  }
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
