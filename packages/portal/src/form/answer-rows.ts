import type { Wording } from "../controls/control.ts";
import type { Field } from "./field.ts";
import { isGiven } from "./is-given.ts";
import { isObject } from "./json-pointer.ts";
import { textOf } from "./text-of.ts";

/** An answer as the check of all answers lists it. */
export interface AnswerRow {
  readonly label: string;
  readonly text: string;
}

/** A field's answers in words, one row a value; what was left empty has none. */
export function answerRows(field: Field, value: unknown, wording: Wording): readonly AnswerRow[] {
  if (!isGiven(value)) return [];
  const label = field.label.vi;
  if (Array.isArray(value) && field.item !== undefined) {
    const item = field.item;
    return value.flatMap((row, index) => answerRows({ ...item, label: { vi: `${item.label.vi} ${index + 1}` } }, row, wording).map((told) => within(item.control === "group" ? `${item.label.vi} ${index + 1}` : "", told)));
  }
  const text = wording.controlFor(field).words(field, value, wording);
  if (text !== undefined) return [{ label, text }];
  if (!isObject(value)) return [{ label, text: textOf(value) }];
  return field.fields.flatMap((below) => {
    const rows = answerRows(below, value[below.key], wording);
    return below.control === "group" ? rows.map((told) => within(below.label.vi, told)) : rows;
  });
}

function within(group: string, { label, text }: AnswerRow): AnswerRow {
  return { label: group === "" ? label : `${group}: ${label.charAt(0).toLowerCase()}${label.slice(1)}`, text };
}
