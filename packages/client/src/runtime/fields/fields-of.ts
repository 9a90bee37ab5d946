import type { FieldShape } from "./field-shape.ts";

/** A field as a module writes it: what most fields are, a text that must be there, is not said. */
export interface WrittenField extends Partial<Omit<FieldShape, "required">> {
  readonly optional?: boolean;
}

/** A field, what is known of it, and the fields inside it where a definition gives them; pointers start at the field. */
export type FieldEntry = readonly [pointer: string, written: WrittenField, inside?: readonly FieldEntry[]];

/** Fields by JSON Pointer, containers before what they contain. */
export function fieldsOf(entries: readonly FieldEntry[]): Readonly<Record<string, FieldShape>> {
  const found: Record<string, FieldShape> = {};
  const add = (below: string, some: readonly FieldEntry[]): void => {
    for (const [pointer, { optional = false, ...written }, inside = []] of some) {
      found[below + pointer] = { control: "text", type: "string", required: !optional, ...written };
      add(below + pointer, inside);
    }
  };
  add("", entries);
  return found;
}
