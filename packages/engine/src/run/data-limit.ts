import type { Json } from "../json.ts";
import { StateError } from "./state-error.ts";

/** The most a state's input, output or task result may take, in bytes of UTF-8 JSON. @see Step Functions quotas */
const DATA_LIMIT = 262_144;

/** Whether a JSON text fits. */
export function fits(text: string): boolean {
  // A UTF-16 unit takes at most three bytes: most texts need no counting.
  return text.length * 3 <= DATA_LIMIT || Buffer.byteLength(text) <= DATA_LIMIT;
}

/** The value, if it fits. @throws StateError `States.DataLimitExceeded` */
export function limited<T extends Json>(value: T, what: string): T {
  if (!fits(JSON.stringify(value))) throw new StateError("States.DataLimitExceeded", `The ${what} has a size exceeding the maximum number of bytes service limit.`);
  return value;
}
