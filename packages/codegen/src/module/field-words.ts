import type { Text } from "@motcua/procedure";
import type { Name } from "../print/print-value.ts";
import type { FieldMetadata } from "./emit-fields.ts";

/** Languages that people read forms in. */
export const LANGUAGES = ["vi", "en"] as const;

/** One of them. */
export type Language = (typeof LANGUAGES)[number];

/** A text in a language; in Vietnamese, which every text has, where there is none. */
export function said(text: Text, language: Language): string {
  return text[language] ?? text.vi;
}

/** A field as a module writes it: a text that must be there is nothing to say. `values` stand for those of its options. */
export function shapeOf({ control, type, required, format, maxLength, codeList, prefill, data, default: initial, options }: FieldMetadata, values: Name | undefined): Readonly<Record<string, unknown>> {
  const shape: Record<string, unknown> = {};
  if (control !== "text") shape["control"] = control;
  if (type !== "string") shape["type"] = type;
  if (!required) shape["optional"] = true;
  if (format !== undefined) shape["format"] = format;
  if (maxLength !== undefined) shape["maxLength"] = maxLength;
  if (codeList !== undefined) shape["codeList"] = codeList;
  if (prefill !== undefined) shape["prefill"] = prefill;
  if (data !== undefined) shape["data"] = data;
  if (initial !== undefined) shape["default"] = initial.value;
  if (options !== undefined) shape["values"] = values ?? options.map(({ value }) => value);
  return shape;
}

/** What is read of a field in one language: its label, or more than that. `words` stand for those of its options. */
export function wordsOf({ label, hint, options }: FieldMetadata, language: Language, words: Name | undefined): string | Readonly<Record<string, unknown>> {
  if (label !== undefined && hint === undefined && options === undefined) return said(label, language);
  const read: Record<string, unknown> = {};
  if (label !== undefined) read["label"] = said(label, language);
  if (hint !== undefined) read["hint"] = said(hint, language);
  if (options !== undefined) read["options"] = words ?? options.map((option) => said(option.label, language));
  return read;
}
