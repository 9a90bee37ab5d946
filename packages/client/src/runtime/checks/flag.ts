import type { ValueCheck } from "./value-check.ts";

/** A check of yes and no. */
export const flag: ValueCheck = (out, value, at, key, field) => {
  if (typeof value !== "boolean") out.add("wrong-type", at + key, field);
};
