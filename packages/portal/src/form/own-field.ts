import type { Text } from "@motcua/procedure";
import type { Choice, ControlKind, Field } from "./field.ts";

/** What a question of the portal itself needs. */
export interface OwnQuestion {
  readonly key: string;
  readonly control: Extract<ControlKind, "radio" | "select" | "yes-no" | "text" | "textarea" | "date">;
  readonly label: string;
  readonly hint?: string;
  readonly choices?: readonly Choice[];
  readonly optional?: boolean;
}

/** A field the portal asks by itself, beside the procedure's form: drawn and read by the same controls. */
export function ownField({ key, control, label, hint, choices = [], optional = false }: OwnQuestion): Field {
  const text = (vi: string): Text => ({ vi });
  const schema = control === "yes-no" ? { type: "boolean" } : { type: "string" };
  return { key, control, label: text(label), ...(hint === undefined ? {} : { hint: text(hint) }), optional, schema, choices, fields: [], hiddenWhen: [] };
}
