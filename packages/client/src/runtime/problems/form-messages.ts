import type { Text } from "@motcua/procedure";
import { asked, nameOf } from "./asked.ts";
import type { FormField } from "./form-field.ts";
import type { FormProblemCode } from "./form-problem-code.ts";

/** What was expected: a limit, a phrase of the definition, or nothing more to say. Never what was given. */
export type Expected = number | Text | undefined;

type Message = (field: FormField, expected: Expected) => Required<Text>;

/** Messages by code: each says what to do. */
export const FORM_MESSAGES: Readonly<Record<FormProblemCode, Message>> = {
  required: (field) => asked(field),
  "wrong-type": (field) => (field.control === "number" || field.control === "money" ? extended(asked(field), "bằng chữ số", "as a number") : again(field)),
  "not-in-list": (field) => choose(field, "trong danh sách", "from the list"),
  "wrong-format": (field, expected) => extended(asked(field), textOf(expected).vi, textOf(expected).en),
  "wrong-pattern": (field) => extended(asked(field), "đúng mẫu quy định", "in the form that is prescribed"),
  "too-short": (field, expected) => extended(asked(field), `từ ${shown(expected).vi} ký tự trở lên`, `with at least ${counted(expected, "character", "characters")}`),
  "too-long": (field, expected) => extended(asked(field), `không quá ${shown(expected).vi} ký tự`, `with at most ${counted(expected, "character", "characters")}`),
  "too-small": (field, expected) => extended(asked(field), textOf(expected).vi, textOf(expected).en),
  "too-large": (field, expected) => extended(asked(field), textOf(expected).vi, textOf(expected).en),
  "not-a-multiple": (field, expected) => extended(asked(field), `là bội số của ${shown(expected).vi}`, `as a multiple of ${shown(expected).en}`),
  "too-few": (field, expected) => extended(asked(field), `ít nhất ${shown(expected).vi} dòng`, `with at least ${counted(expected, "entry", "entries")}`),
  "too-many": (field, expected) => extended(asked(field), `không quá ${shown(expected).vi} dòng`, `with at most ${counted(expected, "entry", "entries")}`),
  "unknown-field": () => ({ vi: "Bỏ trường này: biểu mẫu không có", en: "Remove this field: the form does not have it" }),
  "forbidden-field": (field) => ({
    vi: `Để trống ${nameOf(field).vi}: không áp dụng cho trường hợp này`,
    en: `Leave ${nameOf(field).en} empty: it does not apply here`,
  }),
  "forbidden-value": (field) => choose(field, "khác: giá trị này không dùng được ở đây", "that may be used here"),
  "must-be": (field, expected) => (field.control === "checkbox" ? asked(field) : choose(field, `là ${textOf(expected).vi}`, `as ${textOf(expected).en}`)),
};

function extended(message: Required<Text>, vi: string, en: string): Required<Text> {
  return { vi: `${message.vi} ${vi}`.trimEnd(), en: `${message.en} ${en}`.trimEnd() };
}

function choose(field: FormField, vi: string, en: string): Required<Text> {
  return { vi: `Chọn ${nameOf(field).vi} ${vi}`, en: `Select ${nameOf(field).en} ${en}` };
}

function again(field: FormField): Required<Text> {
  const { vi, en } = asked(field);
  return { vi: `${vi} lại`, en: `${en} again` };
}

function textOf(expected: Expected): Required<Text> {
  if (typeof expected !== "object") return { vi: "", en: "" };
  return { vi: expected.vi, en: expected.en ?? expected.vi };
}

function counted(expected: Expected, one: string, many: string): string {
  return `${shown(expected).en} ${expected === 1 ? one : many}`;
}

/** A number as each language writes it. */
function shown(expected: Expected): Required<Text> {
  const en = typeof expected === "number" ? String(expected) : "";
  return { vi: en.replace(".", ","), en };
}
