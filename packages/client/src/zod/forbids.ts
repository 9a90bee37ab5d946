import * as z from "zod/mini";
import { ALWAYS } from "./applies.ts";

/** `not`: the value must not meet a condition. `path` is where the issue belongs, the value itself where absent. */
// @__NO_SIDE_EFFECTS__
export function forbids(condition: (value: unknown) => boolean, path: readonly string[] = []): ReturnType<typeof z.check> {
  return z.check((payload) => {
    if (condition(payload.value)) payload.issues.push({ code: "custom", input: payload.value, path: [...path] });
  }, ALWAYS);
}
