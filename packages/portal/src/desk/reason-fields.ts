import type { CodeLists } from "../form/code-list.ts";
import { type ActFields, actFields, LONGEST_NOTE, textSchema } from "./act-fields.ts";

/** The one field of an act that gives its reason: `stop` and `withdraw` call it `reason`, a refusal `note`. */
export function reasonFields(lists: CodeLists, of: { readonly key: "reason" | "note"; readonly label: string; readonly required: boolean }): ActFields {
  const { key, label, required } = of;
  const text = textSchema(label, { maxLength: LONGEST_NOTE, lines: true, ...(required ? { hint: "Người nộp sẽ đọc nguyên văn." } : {}) });
  return actFields({ type: "object", required: required ? [key] : [], properties: { [key]: text } }, { prefix: "ly-do", root: {}, lists });
}
