import { shownJson } from "../json.ts";
import type { Computed, QueryLanguage } from "../query/query-language.ts";
import { timestampOf } from "../query/timestamp.ts";
import type { Visit } from "../query/visit.ts";
import { StateError } from "../run/state-error.ts";
import type { StateKind } from "./state-kind.ts";

/** The longest wait AWS was seen to take, in milliseconds: seconds in 31 bits. */
const LONGEST = 2_147_483_647_000;

/** Wait: sleeps for some seconds or until an instant. */
export const wait: StateKind = async (visit, language) => {
  const until = await untilWhen(visit, language);
  if (until - visit.ambient.now() > LONGEST) throw new StateError("States.Runtime", "Wait state delay is too long.");
  return { do: "sleep", until, result: await language.payload(visit) };
};

async function untilWhen(visit: Visit, language: QueryLanguage): Promise<number> {
  const seconds = await language.field(visit, "Seconds");
  if (seconds !== undefined) return visit.ambient.now() + 1_000 * checkedSeconds(seconds);
  const timestamp = await language.field(visit, "Timestamp");
  if (timestamp === undefined) throw new StateError("States.Runtime", "The state has neither Seconds nor Timestamp.");
  const at = typeof timestamp.value === "string" ? timestampOf(timestamp.value) : undefined;
  if (at === undefined) throw unreadable(timestamp);
  return at;
}

function checkedSeconds({ value, field, written }: Computed): number {
  if (typeof value === "number" && value >= 0) return value;
  const shown = JSON.stringify(value);
  if (field === "Seconds") throw new StateError("States.QueryEvaluationError", `The Seconds field must be a number that is not negative but was: ${shown}`);
  throw new StateError("States.Runtime", `The ${field} parameter references ${typeof value === "number" ? "a negative value" : "a value that is not a number"}: ${written} == ${shown}`);
}

function unreadable({ value, field, written }: Computed): StateError {
  const form = "ISO-8601 extended offset date-time format string";
  if (field === "Timestamp") return new StateError("States.QueryEvaluationError", `The Timestamp field cannot be parsed as an ${form}: ${shownJson(value)}`);
  return new StateError("States.Runtime", `The ${field} parameter does not reference a valid ${form}: ${written} == ${shownJson(value)}`);
}
