import { codePoints } from "../code-points.ts";
import { isObject } from "../own.ts";

/** Code points of a text, entries of a list, keys of an object. */
export function size(value: unknown): number | undefined {
  if (typeof value === "string") return codePoints(value);
  if (Array.isArray(value)) return value.length;
  return isObject(value) ? Object.keys(value).length : undefined;
}
