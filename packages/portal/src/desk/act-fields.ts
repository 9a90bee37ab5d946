import type { FormSchema } from "@motcua/procedure";
import { buildFields } from "../form/build-field.ts";
import type { CodeLists } from "../form/code-list.ts";
import type { PlacedField } from "../form/field.ts";

/** The form of an act: its fields, in places that begin with `/<prefix>`, because a page may have several forms. */
export interface ActFields {
  readonly prefix: string;
  readonly fields: readonly PlacedField[];
  /** What the fields are asked by. */
  readonly schema: FormSchema;
}

/** Builds the form of an act from a schema shaped as the act is: `/note` of the act is filled in at `/<prefix>/note`. */
export function actFields(schema: FormSchema, of: { readonly prefix: string; readonly root: FormSchema; readonly lists: CodeLists }): ActFields {
  const fields = buildFields(of, schema).map((field) => ({ field, at: `/${of.prefix}/${field.key}` }));
  return { prefix: of.prefix, fields, schema };
}

/** A text of one or several lines, as schemas of acts ask for it. */
export function textSchema(label: string, more: { readonly hint?: string; readonly maxLength: number; readonly lines?: boolean }): FormSchema {
  return {
    type: "string",
    maxLength: more.maxLength,
    "x-label": { vi: label },
    ...(more.hint === undefined ? {} : { "x-hint": { vi: more.hint } }),
    "x-control": more.lines === true ? "textarea" : "text",
  };
}

/** Longest note or reason, in characters; as the API takes it. */
export const LONGEST_NOTE = 4000;
