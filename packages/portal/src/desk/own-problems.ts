import { isIsoDay } from "@motcua/calendar";
import type { Problem } from "@motcua/procedure";
import type { Field } from "../form/field.ts";
import { isGiven } from "../form/is-given.ts";
import { isObject } from "../form/json-pointer.ts";
import { deskProblem } from "./desk-problems.ts";

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
  return valueProblems(field, value, at);
}

/** What is wrong with a single value. */
function valueProblems(field: Field, value: unknown, at: string): readonly Problem[] {
  if (typeof value === "string" && field.choices.length > 0 && !field.choices.some((choice) => choice.value === value)) return [missing(field, at)];
  if (field.control === "date") return (typeof value === "string" && isIsoDay(value)) ? [] : [deskProblem("not-a-day", at, field.label.vi)];
  if (field.control === "money") return isAmount(value, field) ? [] : [deskProblem("not-an-amount", at, field.label.vi)];
  const longest = field.schema.maxLength ?? Number.POSITIVE_INFINITY;
  return typeof value === "string" && Array.from(value).length > longest ? [tooLong(field, at, longest)] : [];
}

function missing({ label, choices, control }: Field, pointer: string): Problem {
  const verb = control === "checkbox" ? "Đánh dấu" : choices.length > 0 ? "Chọn" : "Nhập";
  return { code: "required", pointer, message: { vi: `${verb} “${label.vi}”` } };
}

function isAmount(value: unknown, { schema: { minimum = 0, maximum = Number.MAX_SAFE_INTEGER } }: Field): boolean {
  return typeof value === "number" && Number.isInteger(value) && value >= minimum && value <= maximum;
}

function tooLong({ label }: Field, pointer: string, longest: number): Problem {
  return { code: "too-long", pointer, message: { vi: `“${label.vi}” dài quá ${longest} ký tự` } };
}

/** Somebody was faster, or an old page was used. */
export const TASK_CLOSED: Problem = { code: "task-not-open", pointer: "", message: { vi: "Việc này đã được xử lý hoặc không còn mở" }, hint: { vi: "Xem các việc đang mở dưới đây" } };
