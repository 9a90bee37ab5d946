import type { Text } from "@motcua/procedure";
import type { FieldControl, FormField } from "./form-field.ts";

/** Labels longer than this are sentences: a message does not repeat them. */
const LONG_LABEL = 80;

const VERBS: Readonly<Record<FieldControl, Required<Text>>> = {
  text: { vi: "Nhập", en: "Enter" },
  textarea: { vi: "Nhập", en: "Enter" },
  date: { vi: "Nhập", en: "Enter" },
  number: { vi: "Nhập", en: "Enter" },
  money: { vi: "Nhập", en: "Enter" },
  select: { vi: "Chọn", en: "Select" },
  radio: { vi: "Chọn", en: "Select" },
  search: { vi: "Chọn", en: "Select" },
  checkbox: { vi: "Đánh dấu", en: "Tick" },
  address: { vi: "Nhập", en: "Enter" },
  group: { vi: "Kê khai", en: "Fill in" },
  list: { vi: "Kê khai", en: "Fill in" },
};

/** What to do with a field: "Nhập số điện thoại", "Chọn giới tính", "Đánh dấu vào ô này". */
export function asked(field: FormField): Required<Text> {
  const verb = VERBS[field.control];
  const name = nameOf(field);
  return { vi: `${verb.vi} ${name.vi}`, en: `${verb.en} ${name.en}` };
}

/** A field's label as the middle of a sentence has it; "ô này" for a declaration, whose label is a sentence itself. */
export function nameOf({ label, control }: FormField): Required<Text> {
  const isBox = control === "checkbox";
  if (label.vi.length > LONG_LABEL) return isBox ? { vi: "vào ô này để tiếp tục", en: "this box to go on" } : { vi: "mục này", en: "this field" };
  const [vi, en] = [lowered(label.vi), lowered(label.en ?? label.vi)];
  return isBox ? { vi: `vào ô “${label.vi}”`, en: `the box “${label.en ?? label.vi}”` } : { vi, en };
}

/** With a small first letter, unless the word is an abbreviation. */
function lowered(label: string): string {
  const [first = "", second = ""] = label;
  return second !== second.toLowerCase() ? label : first.toLowerCase() + label.slice(first.length);
}
