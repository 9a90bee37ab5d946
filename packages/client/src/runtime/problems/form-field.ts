import type { Text } from "@motcua/procedure";

/** How a field is filled in: decides what a message asks for. */
export type FieldControl =
  | "text" | "textarea" | "date" | "number" | "money" | "select" | "radio" | "search" | "checkbox" | "address" | "group" | "list";

/** What a message needs to know of a field. */
export interface FormField {
  readonly label: Text;
  readonly control: FieldControl;
}
