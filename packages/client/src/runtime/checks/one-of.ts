import { equal } from "../equal.ts";
import type { Allowed, ValueCheck } from "./value-check.ts";

/** A check against a closed list of values of any type. */
export function oneOf(values: Allowed): ValueCheck {
  return (out, value, at, key, field) => {
    if (!values.has(value)) out.add("not-in-list", at + key, field);
  };
}

/** Values some of which are objects or lists: compared by content. */
export function anyOfThese(...values: readonly unknown[]): Allowed {
  return { has: (value) => values.some((entry) => equal(entry, value)) };
}
