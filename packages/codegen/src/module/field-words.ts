import type { Text } from "@motcua/procedure";
import type { FormIr } from "../form/form-ir.ts";
import { type FieldDescription, fieldMetadata, type FieldMetadata } from "./emit-fields.ts";

/** Languages that people read forms in. */
export const LANGUAGES = ["vi", "en"] as const;

/** One of them. */
export type Language = (typeof LANGUAGES)[number];

/** A text in a language; in Vietnamese, which every text has, where there is none. */
export function said(text: Text, language: Language): string {
  return text[language] ?? text.vi;
}

/** A field as a module writes it: a text that must be there is nothing to say. */
export function shapeOf({ entries }: FieldMetadata): Readonly<Record<string, unknown>> {
  const { label: _label, hint: _hint, control, type, required, ...rest } = entries;
  return { ...(control === "text" ? {} : { control }), ...(type === "string" ? {} : { type }), ...(required === true ? {} : { optional: true }), ...rest };
}

/** What is read of a field in one language: its label, or more than that. */
export function wordsOf(form: FormIr, field: FieldDescription, language: Language): string | Readonly<Record<string, unknown>> {
  const { entries, options } = fieldMetadata(form, field);
  const { label, hint } = entries as { readonly label?: Text; readonly hint?: Text };
  if (label !== undefined && hint === undefined && options === undefined) return said(label, language);
  return {
    ...(label === undefined ? {} : { label: said(label, language) }),
    ...(hint === undefined ? {} : { hint: said(hint, language) }),
    ...(options === undefined ? {} : { options: options.map((option) => said(option.label, language)) }),
  };
}
