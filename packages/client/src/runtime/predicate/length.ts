import { codePoints } from "../code-points.ts";

/** Whether a text has so many code points or more. */
export function atLeast(text: string, least: number): boolean {
  return text.length >= least && (text.length >= 2 * least || codePoints(text) >= least);
}

/** Whether a text has so many code points or fewer. */
export function atMost(text: string, most: number): boolean {
  return text.length <= most || (text.length <= 2 * most && codePoints(text) <= most);
}
