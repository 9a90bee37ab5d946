import { type Counted, countLimit, type CountRules } from "./count-limit.ts";
import type { Duration } from "./duration.ts";
import { latest, type Moment } from "./moment.ts";

/**
 * A further time after a due date, counted from the later of the due date and the moment it is granted. Days count from
 * within the day that was promised, which itself is not counted again, and end with their day; hours count from its end.
 */
export function extendFrom(due: Moment, { at, by }: { readonly at: Moment; readonly by: Duration }, rules: CountRules): Counted {
  const { cutOff: _, ...rest } = rules;
  const from = latest(due, at);
  return countLimit(from, by, { ...rest, mode: "END_OF_DAY", follows: from === due });
}
