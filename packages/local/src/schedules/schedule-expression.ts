/** The first instant after `after` at which a schedule is due, milliseconds; undefined when it never is again. */
export type NextDue = (after: number) => number | undefined;

const UNITS: Readonly<Record<string, number>> = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };

/** Minutes looked ahead for a cron expression: four years and a day. */
const HORIZON = 1461 * 24 * 60;

/**
 * Reads `rate(5 minutes)`, `at(2026-10-05T09:00:00)` and `cron(minute hour day-of-month month day-of-week year)`; UTC.
 * @throws Error naming an expression that is not known here
 */
export function parseSchedule(expression: string): NextDue {
  const rate = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(expression);
  if (rate !== null) {
    const every = Number(rate[1]) * (UNITS[rate[2] ?? ""] ?? 0);
    return (after) => after + every;
  }
  const at = /^at\((.+)\)$/.exec(expression);
  if (at !== null) {
    const instant = Date.parse(`${at[1]}Z`);
    return (after) => (instant > after ? instant : undefined);
  }
  const cron = /^cron\((.+)\)$/.exec(expression);
  if (cron === null) throw new Error(`the schedule ${expression} is not known to the local runner`);
  return cronSchedule((cron[1] ?? "").trim().split(/ +/));
}

const MONTHS = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"] as const;
const DAYS = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"] as const;

function cronSchedule(fields: readonly string[]): NextDue {
  const [minute = "*", hour = "*", dayOfMonth = "?", month = "*", dayOfWeek = "?", year = "*"] = fields;
  const tests: readonly ((date: Date) => boolean)[] = [
    fieldTest(minute, (date) => date.getUTCMinutes(), 0),
    fieldTest(hour, (date) => date.getUTCHours(), 0),
    fieldTest(dayOfMonth, (date) => date.getUTCDate(), 1),
    fieldTest(named(month, MONTHS, 1), (date) => date.getUTCMonth() + 1, 1),
    fieldTest(named(dayOfWeek, DAYS, 1), (date) => date.getUTCDay() + 1, 1),
    fieldTest(year, (date) => date.getUTCFullYear(), 1970),
  ];
  return (after) => {
    let instant = Math.floor(after / 60_000) * 60_000;
    for (let step = 0; step < HORIZON; step += 1) {
      instant += 60_000;
      const date = new Date(instant);
      if (tests.every((test) => test(date))) return instant;
    }
    return undefined;
  };
}

function named(field: string, names: readonly string[], first: number): string {
  return field.replaceAll(/[A-Z]{3}/gi, (name) => String(names.indexOf(name.toUpperCase()) + first));
}

/** `*`, `?`, `5`, `1-5`, `0/15`, lists of these. */
function fieldTest(field: string, read: (date: Date) => number, first: number): (date: Date) => boolean {
  const parts = field.split(",").map((part) => {
    const [range = "", step] = part.split("/");
    const every = range === "*" || range === "?";
    const [from, to] = every ? [first, Number.POSITIVE_INFINITY] : (range.split("-").map(Number) as [number, number?]);
    const last = to ?? (step === undefined ? from : Number.POSITIVE_INFINITY);
    if (Number.isNaN(from) || Number.isNaN(last)) throw new Error(`the cron field ${field} is not known to the local runner`);
    return (value: number) => value >= from && value <= last && (value - from) % Number(step ?? 1) === 0;
  });
  return (date) => parts.some((part) => part(read(date)));
}
