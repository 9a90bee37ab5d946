import { codePoints } from "../code-points.ts";
import type { Format } from "../formats/format.ts";
import type { Allowed, ValueCheck } from "./value-check.ts";

/** What a text must be. Lengths in code points. */
export interface TextLimits {
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: RegExp;
  readonly format?: Format;
  readonly values?: Allowed;
  /** Leave what is no text alone: another part of the form says its type. */
  readonly untyped?: true;
}

/** A check of texts. The first limit that a text fails is its problem. */
export function text({ minLength = 0, maxLength = Infinity, pattern, format, values, untyped }: TextLimits = {}): ValueCheck {
  return (out, value, at, key, field) => {
    if (typeof value !== "string") {
      if (untyped !== true) out.add("wrong-type", at + key, field);
    } else if (values !== undefined && !values.has(value)) {
      out.add("not-in-list", at + key, field);
    } else if (value.length < minLength || (minLength > 1 && value.length < 2 * minLength && codePoints(value) < minLength)) {
      out.add("too-short", at + key, field, minLength);
    } else if (value.length > maxLength && codePoints(value) > maxLength) {
      out.add("too-long", at + key, field, maxLength);
    } else if (pattern !== undefined && !pattern.test(value)) {
      out.add("wrong-pattern", at + key, field);
    } else if (format !== undefined && !format.test(value)) {
      out.add("wrong-format", at + key, field, format.phrase);
    }
  };
}
