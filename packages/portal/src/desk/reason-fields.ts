import type { CodeLists } from "../form/code-list.ts";
import { type ActFields, actFields, LONGEST_NOTE, textSchema } from "./act-fields.ts";

/** The one field of an act that gives its reason: a refusal calls it `note`. What has to be said is read by the applicant, unless the act says otherwise. */
export function reasonFields(lists: CodeLists, of: { readonly key: "reason" | "note"; readonly label: string; readonly required: boolean; readonly toApplicant?: boolean }): ActFields {
  const { key, label, required, toApplicant = required } = of;
  const text = textSchema(label, { maxLength: LONGEST_NOTE, lines: true, ...(toApplicant ? { hint: "Người nộp sẽ đọc nguyên văn." } : {}) });
  return actFields({ type: "object", required: required ? [key] : [], properties: { [key]: text } }, { prefix: "ly-do", root: {}, lists });
}
