import type { Text } from "@motcua/procedure";
import type { FormIr, NodeIr, PropertyIr } from "../form/form-ir.ts";
import { controlOf, displayOf, fieldsOf, itemsOf, layers } from "../form/describe.ts";
import { segment } from "../print/json-pointer.ts";

/** What a renderer needs to know of a field. Entries of a list stand under `*`. */
export interface FieldDescription {
  /** JSON Pointer, `/cu_tru_truoc/*` + `/tu_ngay` for a field of a list's entries. */
  readonly pointer: string;
  readonly type: string;
  /** Must always be present inside the object it belongs to; conditions may ask for more. */
  readonly required: boolean;
  readonly nodes: readonly NodeIr[];
}

/** Every field of a form in the order of its schema, containers before what they contain. */
export function describeFields(form: FormIr): readonly FieldDescription[] {
  return inside(form, [form.root], "");
}

/** The fields inside a place, their pointers from there. */
export function describeInside(form: FormIr, nodes: readonly NodeIr[]): readonly FieldDescription[] {
  return inside(form, nodes, "");
}

function inside(form: FormIr, nodes: readonly NodeIr[], pointer: string): readonly FieldDescription[] {
  const required = new Set(layers(form, nodes).flatMap((node) => node.required));
  const fields = keysOf(form, nodes).flatMap((key) => {
    const field = fieldsOf(form, nodes, key);
    const at = pointer + segment(key);
    return [{ pointer: at, type: typeOf(form, field), required: required.has(key), nodes: field }, ...inside(form, field, at)];
  });
  const items = itemsOf(form, nodes);
  const entries = items.length === 0 ? [] : [{ pointer: `${pointer}/*`, type: typeOf(form, items), required: true, nodes: items }, ...inside(form, items, `${pointer}/*`)];
  return [...fields, ...entries];
}

function keysOf(form: FormIr, nodes: readonly NodeIr[]): readonly string[] {
  const described = layers(form, nodes).flatMap((node) => node.properties.filter(isDescribed(form)).map(({ key }) => key));
  return [...new Set(described)];
}

/** Conditions repeat keys to say more of them; what describes a field has a type. */
function isDescribed(form: FormIr): (property: PropertyIr) => boolean {
  return ({ node }) => layers(form, [node]).some((layer) => layer.type !== undefined || layer.values !== undefined || layer.constant !== undefined || layer.display.label !== undefined);
}

function typeOf(form: FormIr, nodes: readonly NodeIr[]): string {
  return layers(form, nodes).find((node) => node.type !== undefined)?.type ?? "any";
}

/** What a renderer reads of a field, and the values it may be chosen from, which many fields share. */
export interface FieldMetadata {
  readonly entries: Readonly<Record<string, unknown>>;
  readonly options?: readonly { readonly value: unknown; readonly label: Text }[];
}

/** The constant a renderer reads: labels, hints, choices and limits. */
export function fieldMetadata(form: FormIr, { nodes, type, required }: FieldDescription): FieldMetadata {
  const display = displayOf(form, nodes);
  const all = layers(form, nodes);
  const values = all.find((node) => node.values !== undefined)?.values;
  const format = all.find((node) => node.text.format !== undefined)?.text.format;
  const maxLength = all.find((node) => node.text.maxLength !== undefined)?.text.maxLength;
  const entries = {
    label: display.label,
    hint: display.hint,
    control: controlOf(form, nodes),
    type,
    required,
    format,
    maxLength,
    codeList: values === undefined ? display.codeList : undefined,
    prefill: display.prefill,
    data: display.data,
    default: display.default?.value,
  };
  const options = values?.map((value) => ({ value, label: (typeof value === "string" ? display.options?.[value] : undefined) ?? { vi: JSON.stringify(value) } }));
  return { entries: Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined)), ...(options === undefined ? {} : { options }) };
}
