import { segmentsOf } from "@motcua/procedure";
/** The entries of the list at a JSON Pointer of a form; none where there is no list. */
export function listAt(form: unknown, pointer: string): readonly unknown[] {
  const value = valueAt(form, pointer);
  return Array.isArray(value) ? value : [];
}

/** What stands at a JSON Pointer of a form; `undefined` where nothing does. */
export function valueAt(form: unknown, pointer: string): unknown {
  return segmentsOf(pointer).reduce<unknown>((inside, key) => (typeof inside === "object" && inside !== null && Object.hasOwn(inside, key) ? (inside as Record<string, unknown>)[key] : undefined), form);
}
