import { segmentsOf } from "@motcua/procedure";
/** The value at a JSON Pointer (RFC 6901); `undefined` where there is none. */
export function valueAt(document: unknown, pointer: string): unknown {
  let value = document;
  for (const key of segmentsOf(pointer)) {
    if (value === null || typeof value !== "object" || !Object.hasOwn(value, key)) return undefined;
    value = (value as Readonly<Record<string, unknown>>)[key];
  }
  return value;
}

/** The first non-empty text among pointers, as the parties of a procedure are given. */
export function firstText(document: unknown, pointers: readonly string[] | undefined): string | undefined {
  for (const pointer of pointers ?? []) {
    const value = valueAt(document, pointer);
    if (typeof value === "string" && value.trim() !== "") return value;
  }
  return undefined;
}
