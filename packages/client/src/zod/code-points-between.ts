import * as z from "zod/mini";
import { codePoints } from "../runtime/code-points.ts";

/** Limits of a text's length in code points, as JSON Schema has them; zod's own count UTF-16 units. */
// @__NO_SIDE_EFFECTS__
export function codePointsBetween(least: number, most = Infinity): ReturnType<typeof z.refine<string>> {
  return z.refine<string>((text) => {
    const length = codePoints(text);
    return length >= least && length <= most;
  });
}
