import * as z from "zod/mini";

/** A value that must be there, whatever it is. */
// @__NO_SIDE_EFFECTS__
export function present(): z.ZodMiniType {
  return z.custom((value) => value !== undefined);
}
