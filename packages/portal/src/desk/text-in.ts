import type { JsonObject } from "../form/json-pointer.ts";

/** The text of a field of an act; `""` where nothing was given. */
export function textIn(values: JsonObject, key: string): string {
  const value = values[key];
  return typeof value === "string" ? value : "";
}
