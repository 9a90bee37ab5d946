import type { ControlFor } from "../controls/control.ts";
import type { PlacedField } from "./field.ts";
import type { FormBody } from "./form-body.ts";
import { isObject, withValueAt, type JsonObject } from "./json-pointer.ts";

/** The form with what a page sent put in its places; empty inputs take values away. */
export function readSection(filled: JsonObject, sent: { readonly fields: readonly PlacedField[]; readonly body: FormBody; readonly controlFor: ControlFor }): JsonObject {
  const { fields, body, controlFor } = sent;
  const read = fields.reduce<unknown>((form, { field, at }) => withValueAt(form, at, controlFor(field).read({ field, at, body, controlFor })), filled);
  return isObject(read) ? read : {};
}
