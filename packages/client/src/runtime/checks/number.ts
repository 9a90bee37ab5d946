import type { Text } from "@motcua/procedure";
import { isMultiple } from "../predicate/is-multiple.ts";
import type { Allowed, ValueCheck } from "./value-check.ts";

/** What a number must be. */
export interface NumberLimits {
  readonly integer?: true;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly multipleOf?: number;
  readonly values?: Allowed;
  readonly untyped?: true;
}

/** A check of numbers. The first limit that a number fails is its problem. */
export function number(limits: NumberLimits = {}): ValueCheck {
  const { integer, minimum = -Infinity, maximum = Infinity, exclusiveMinimum = -Infinity, exclusiveMaximum = Infinity, multipleOf, values, untyped } = limits;
  // Said once: problems of the same limit share their message.
  const [least, above] = [bound(minimum, "từ # trở lên", "of at least #"), bound(exclusiveMinimum, "lớn hơn #", "greater than #")];
  const [most, below] = [bound(maximum, "không quá #", "of at most #"), bound(exclusiveMaximum, "nhỏ hơn #", "less than #")];
  return (out, value, at, key, field) => {
    if (typeof value !== "number" || !Number.isFinite(value) || (integer === true && !Number.isInteger(value))) {
      if (untyped !== true || typeof value === "number") out.add("wrong-type", at + key, field);
    } else if (values !== undefined && !values.has(value)) {
      out.add("not-in-list", at + key, field);
    } else if (value < minimum || value <= exclusiveMinimum) {
      out.add("too-small", at + key, field, value < minimum ? least : above);
    } else if (value > maximum || value >= exclusiveMaximum) {
      out.add("too-large", at + key, field, value > maximum ? most : below);
    } else if (multipleOf !== undefined && !isMultiple(value, multipleOf)) {
      out.add("not-a-multiple", at + key, field, multipleOf);
    }
  };
}

function bound(limit: number, vi: string, en: string): Required<Text> {
  return { vi: vi.replace("#", String(limit).replace(".", ",")), en: en.replace("#", String(limit)) };
}
