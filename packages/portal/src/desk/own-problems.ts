import type { Problem } from "@motcua/procedure";
import type { Field } from "../form/field.ts";
import { isGiven } from "../form/is-given.ts";
import { isObject } from "../form/json-pointer.ts";

/**
 * What is missing or too long in fields the desk asks by itself; pointers are into the act. A step's record is not
 * among them: its procedure's own check judges it.
 */
export function ownProblems(fields: readonly Field[], value: unknown, at = ""): readonly Problem[] {
  return fields.flatMap((field) => problemsAt(field, isObject(value) ? value[field.key] : undefined, `${at}/${field.key}`));
}

function problemsAt(field: Field, value: unknown, at: string): readonly Problem[] {
  if (field.control === "group") return field.optional && !isGiven(value) ? [] : ownProblems(field.fields, value, at);
  // A list that must say something shows an empty first row: the message belongs there.
  if (!isGiven(value) && field.item !== undefined && !field.optional) return ownProblems(field.item.fields, undefined, `${at}/0`);
  if (!isGiven(value)) return field.optional ? [] : [missing(field, at)];
  if (Array.isArray(value) && field.item !== undefined) return value.flatMap((row, index) => ownProblems(field.item?.fields ?? [], row, `${at}/${index}`));
  if (typeof value === "string" && field.choices.length > 0 && !field.choices.some((choice) => choice.value === value)) return [missing(field, at)];
  const longest = field.schema.maxLength ?? Number.POSITIVE_INFINITY;
  return typeof value === "string" && Array.from(value).length > longest ? [tooLong(field, at, longest)] : [];
}

function missing({ label, choices }: Field, pointer: string): Problem {
  return { code: "required", pointer, message: { vi: `${choices.length > 0 ? "Chọn" : "Nhập"} “${label.vi}”` } };
}

function tooLong({ label }: Field, pointer: string, longest: number): Problem {
  return { code: "too-long", pointer, message: { vi: `“${label.vi}” dài quá ${longest} ký tự` } };
}

/** Somebody was faster, or an old page was used. */
export const TASK_CLOSED: Problem = { code: "task-not-open", pointer: "", message: { vi: "Việc này đã được xử lý hoặc không còn mở" }, hint: { vi: "Xem các việc đang mở dưới đây" } };
