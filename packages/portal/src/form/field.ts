import type { FormSchema, Text } from "@motcua/procedure";

/** How a field is filled in. One file each in `controls/`. */
export type ControlKind =
  | "text" | "textarea" | "number" | "money" | "date" | "partial-date" | "radio" | "select" | "yes-no" | "checkbox"
  | "commune" | "address" | "group" | "list";

/** A value a field may take. */
export interface Choice {
  readonly value: string;
  readonly label: Text;
}

/** A field of the form, or a group of them. */
export interface Field {
  /** Key in its object; `""` for the rows of a list. */
  readonly key: string;
  readonly control: ControlKind;
  readonly label: Text;
  readonly hint?: Text;
  /** Whether nothing ever requires it: it is marked so. */
  readonly optional: boolean;
  /** Its schema, references followed. */
  readonly schema: FormSchema;
  /** `radio` and `select`. */
  readonly choices: readonly Choice[];
  /** `group` and `address`. */
  readonly fields: readonly Field[];
  /** `list`: what a row is. */
  readonly item?: Field;
  /** When the field does not apply: any of these holds for the object it is in. */
  readonly hiddenWhen: readonly HiddenWhen[];
}

/** One reason for a field not to apply, as simple conditions on its neighbours, so that a browser can judge it too. */
export interface HiddenWhen {
  /** All of them: the neighbour has one of the values (or none of them where `not`). */
  readonly all: readonly { readonly key: string; readonly values: readonly string[]; readonly not: boolean }[];
}

/** A field at its place in the form: lists give their rows' places, so a field has many. */
export interface PlacedField {
  readonly field: Field;
  /** JSON Pointer into the form. */
  readonly at: string;
}
