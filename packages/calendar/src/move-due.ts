import { consume } from "./consume.ts";
import { type Counted, countLimit, type CountRules } from "./count-limit.ts";
import { workedDays } from "./counted-day.ts";
import type { Duration } from "./duration.ts";
import { later, latest, type Moment, secondsBetween } from "./moment.ts";
import type { PausePolicy } from "./pause.ts";
import { closingOf, isWorking, nextWorkingDay, normalise } from "./working-moment.ts";
import { workingDaysAfter, workingSeconds } from "./working-time.ts";

/** A due date that a pause meets. */
export interface Interrupted {
  readonly due: Moment;
  readonly from: Moment;
  readonly to: Moment;
  readonly limit: Duration;
  readonly rules: CountRules;
}

/** A due date that moved: how the time after the resume was counted. */
export interface MovedDue extends Counted {
  /** Whether the time counted before the pause is lost, kept as days, or kept as minutes. */
  readonly kept: "nothing" | "days" | "minutes";
}

const MOVES: Readonly<Record<PausePolicy, (interrupted: Interrupted) => MovedDue | undefined>> = {
  RESTART: restart,
  EXTEND: extend,
  SUBTRACT: () => undefined,
  NONE: () => undefined,
};

/** Where a pause moves a due date to; `undefined` where it stays. Never earlier than it was. */
export function moveDue(policy: PausePolicy, interrupted: Interrupted): MovedDue | undefined {
  if (secondsBetween(interrupted.from, interrupted.to) <= 0) return undefined;
  const moved = MOVES[policy](interrupted);
  return moved === undefined || latest(interrupted.due, moved.end) === interrupted.due ? undefined : moved;
}

function restart({ to, limit, rules }: Interrupted): MovedDue {
  return { ...countLimit(to, limit, { ...rules, follows: false }), kept: "nothing" };
}

/** A pause that begins after the due date heals nothing: what was late stays late. */
function extend(interrupted: Interrupted): MovedDue | undefined {
  const { due, from, limit, rules } = interrupted;
  if (secondsBetween(from, due) <= 0) return undefined;
  if (limit.unit === "h") return byElapsed(interrupted);
  return rules.policy.extend === "WHOLE_DAYS" && endsWithItsDay(due, rules) ? byDays(interrupted) : byMinutes(interrupted);
}

/** Where no working time remained, work is due when it is resumed: never at a time when nobody works. */
function byMinutes({ due, from, to, rules: { calendar } }: Interrupted): MovedDue {
  const remained = workingSeconds(from, due, calendar);
  const { end, days } = remained === 0 ? { end: normalise(to, calendar), days: [] } : consume(to, remained, calendar);
  return { start: to, end, measure: "minute", days: () => days.map((part) => ({ ...part, amount: part.amount / 60 })), kept: "minutes" };
}

/** Hours that run at night are given back as hours that run at night. */
function byElapsed({ due, from, to, rules }: Interrupted): MovedDue {
  const value = secondsBetween(from, due) / 3_600;
  const { cutOff: _, ...plain } = rules;
  return { ...countLimit(to, { value, unit: "h" }, plain), start: to, end: later(to, secondsBetween(from, due)), kept: "minutes" };
}

/**
 * The end of the n-th working day after the due day, n being the working days that the pause passed; never before work is
 * resumed, so that what was paused on its last day has the day of the resume.
 */
function byDays({ due, from, to, rules: { calendar } }: Interrupted): MovedDue {
  let { day } = later(due, -1);
  for (let left = workingDaysAfter(from.day, to.day, calendar); left > 0; left -= 1) day = nextWorkingDay(day, calendar);
  const last = Math.max(day, normalise(to, calendar).day);
  return { start: to, end: closingOf(last, calendar), measure: "day", days: () => workedDays(to.day, last, calendar), kept: "days" };
}

function endsWithItsDay(due: Moment, { calendar }: CountRules): boolean {
  const { day, second } = later(due, -1);
  return isWorking(day, calendar) && closingOf(day, calendar).second === second + 1;
}
