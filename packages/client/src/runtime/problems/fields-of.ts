import type { FieldDescription } from "./field-description.ts";

/** A field, what renderers need of it, and the fields inside it where a definition gives them; pointers start at the field. */
export type FieldEntry = readonly [pointer: string, description: FieldDescription, inside?: readonly FieldEntry[]];

/** Fields by JSON Pointer, containers before what they contain. */
export function fieldsOf(entries: readonly FieldEntry[]): Readonly<Record<string, FieldDescription>> {
  const found: Record<string, FieldDescription> = {};
  const add = (below: string, some: readonly FieldEntry[]): void => {
    for (const [pointer, description, inside = []] of some) {
      found[below + pointer] = description;
      add(below + pointer, inside);
    }
  };
  add("", entries);
  return found;
}
