import * as z from "zod/mini";

/** A value of no particular type that meets a condition. */
// @__NO_SIDE_EFFECTS__
export function meets(condition: (value: unknown) => boolean): z.ZodMiniType {
  return z.custom((value) => condition(value));
}
