import type { FieldShape } from "@motcua/client/runtime";

/** A form as it is filled in, from inputs named by JSON Pointer. What was left empty is absent; what is no field is not read. */
export function readForm(fields: Readonly<Record<string, FieldShape>>, inputs: Iterable<readonly [pointer: string, text: string]>): object {
  const form: Record<string, unknown> = {};
  for (const [pointer, text] of inputs) {
    const field = Object.hasOwn(fields, pointer) ? fields[pointer] : undefined;
    if (field !== undefined && text.trim() !== "") put(form, pointer.slice(1).split("/"), valueOf(text.trim(), field));
  }
  return form;
}

/** A text stays one where it is not of the field's type: the check says what is wrong with it. Letters are stored as one code point each. */
function valueOf(text: string, { type }: FieldShape): unknown {
  if (type === "boolean") return text === "true" ? true : text === "false" ? false : text;
  if ((type === "integer" || type === "number") && /^-?\d+(\.\d+)?$/.test(text)) return Number(text);
  return text.normalize("NFC");
}

function put(form: Record<string, unknown>, [key = "", ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) form[key] = value;
  else put((form[key] ??= {}) as Record<string, unknown>, rest, value);
}
