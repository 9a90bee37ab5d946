import { type Duration, parseDuration } from "@motcua/calendar";
import type { DurationText } from "../../definition.ts";

/** Working days in one of a unit that counts working time; a working day has eight hours. */
const WORKING_DAYS: Partial<Record<Duration["unit"], number>> = { min: 1 / 480, wh: 1 / 8, wd: 1 };

/** Working days a time takes, a limit of the same day counted as one; `undefined` where it does not count working time. */
export function workingDays(text: DurationText): number | undefined {
  const duration = parseDuration(text);
  if (duration === undefined) return undefined;
  if (duration.unit === "same-day") return 1;
  const days = WORKING_DAYS[duration.unit];
  return days === undefined ? undefined : duration.value * days;
}

/** Whether a time can never end later than a limit. Days of the calendar are never more than as many working days; what cannot be compared is not shorter. */
export function isWithin(time: DurationText, limit: DurationText): boolean {
  const [a, b] = [parseDuration(time), parseDuration(limit)];
  if (a === undefined || b === undefined) return false;
  if (a.unit === b.unit) return a.value <= b.value;
  const [shorter, longer] = [a.unit === "d" ? a.value : workingDays(time), workingDays(limit)];
  return shorter !== undefined && longer !== undefined && shorter <= longer;
}
