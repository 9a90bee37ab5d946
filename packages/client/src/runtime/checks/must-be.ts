import type { Text } from "@motcua/procedure";
import { equal } from "../equal.ts";
import type { ValueCheck } from "./value-check.ts";

/** A check against the only value allowed; `name` is what people call it. */
export function mustBe(expected: unknown, name?: Text): ValueCheck {
  const called = name ?? { vi: JSON.stringify(expected) };
  return (out, value, at, key, field) => {
    if (!equal(value, expected)) out.add("must-be", at + key, field, called);
  };
}
