import { segment } from "../json-pointer.ts";
import type { JsonObject } from "../own.ts";
import type { FormField } from "../problems/form-field.ts";
import type { FormProblems } from "../problems/form-problems.ts";

const UNKNOWN: FormField = { label: { vi: "trường này", en: "this field" }, control: "text" };

/** Refuses keys a closed object does not have. The key itself stands only in the pointer. */
export function onlyKeys(out: FormProblems, value: JsonObject, at: string, keys: ReadonlySet<string>): void {
  for (const key in value) {
    if (!keys.has(key) && Object.hasOwn(value, key)) out.add("unknown-field", at + segment(key), UNKNOWN);
  }
}
