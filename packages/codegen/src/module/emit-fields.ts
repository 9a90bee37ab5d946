import { type Text, segment } from "@motcua/procedure";
import { controlOf, displayOf, fieldsOf, itemsOf, layers, once } from "../form/describe.ts";
import type { DisplayIr, FormIr, NodeIr } from "../form/form-ir.ts";

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
  return describeInside(form, [form.root]);
}

/** The fields inside a place, their pointers from there; the same list where a definition alone gives them. */
export const describeInside = once((form, nodes): readonly FieldDescription[] => {
  const definition = nodes.length === 1 ? givenBy(form, nodes[0]) : undefined;
  if (definition !== undefined) return describeInside(form, [definition]);
  const found: FieldDescription[] = [];
  const all = layers(form, nodes);
  for (const key of keysOf(form, all)) describeField(form, { pointer: segment(key), nodes: fieldsOf(form, nodes, key), required: all.some(({ required }) => required.includes(key)) }, found);
  const items = itemsOf(form, nodes);
  if (items.length > 0) describeField(form, { pointer: "/*", nodes: items, required: true }, found);
  return found;
});

/** A field, and what is inside it. */
function describeField(form: FormIr, { pointer, nodes, required }: Omit<FieldDescription, "type">, found: FieldDescription[]): void {
  found.push({ pointer, type: typeOf(form, nodes), required, nodes });
  for (const below of describeInside(form, nodes)) found.push({ pointer: pointer + below.pointer, type: below.type, required: below.required, nodes: below.nodes });
}

/** The definition that alone says what is inside a node. */
function givenBy({ definitions }: FormIr, node: NodeIr | undefined): NodeIr | undefined {
  if (node?.ref === undefined || node.properties.length > 0 || node.required.length > 0 || node.items !== undefined || node.all.length > 0) return undefined;
  return definitions[node.ref];
}

function keysOf(form: FormIr, all: readonly NodeIr[]): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const { properties } of all) for (const { key, node } of properties) if (isDescribed(form, [node])) keys.add(key);
  return keys;
}

/** Conditions repeat keys to say more of them; what describes a field has a type. */
const isDescribed = once((form, nodes) =>
  layers(form, nodes).some((layer) => layer.type !== undefined || layer.values !== undefined || layer.constant !== undefined || layer.display.label !== undefined),
);

function typeOf(form: FormIr, nodes: readonly NodeIr[]): string {
  return layers(form, nodes).find((node) => node.type !== undefined)?.type ?? "any";
}

/** What a renderer reads of a field: labels, hints, choices and limits. */
export interface FieldMetadata extends Pick<DisplayIr, "label" | "hint" | "codeList" | "prefill" | "data" | "default"> {
  readonly control: string;
  readonly type: string;
  readonly required: boolean;
  readonly format: string | undefined;
  readonly maxLength: number | undefined;
  /** Values it may be chosen from, which many fields share. */
  readonly options: Options | undefined;
}

/** What is known of a field. */
export function fieldMetadata(form: FormIr, { nodes, required }: FieldDescription): FieldMetadata {
  return (required ? requiredMetadata : optionalMetadata)(form, nodes);
}

const requiredMetadata = once((form, nodes) => metadataOf(form, nodes, true));
const optionalMetadata = once((form, nodes) => metadataOf(form, nodes, false));

function metadataOf(form: FormIr, nodes: readonly NodeIr[], required: boolean): FieldMetadata {
  const { label, hint, options, codeList, prefill, data, default: initial } = displayOf(form, nodes);
  const all = layers(form, nodes);
  const values = all.find((node) => node.values !== undefined)?.values;
  return {
    label,
    hint,
    control: controlOf(form, nodes),
    type: typeOf(form, nodes),
    required,
    format: all.find((node) => node.text?.format !== undefined)?.text?.format,
    maxLength: all.find((node) => node.text?.maxLength !== undefined)?.text?.maxLength,
    codeList: values === undefined ? codeList : undefined,
    prefill,
    data,
    default: initial,
    options: values === undefined ? undefined : optionsOf(values, options),
  };
}

/** Values a field may be chosen from. */
export type Options = readonly { readonly value: unknown; readonly label: Text }[];
type Labels = Readonly<Record<string, Text>> | undefined;

/** Choices of a closed list; the same list under the same labels gives the same choices. */
function optionsOf(values: readonly unknown[], labels: Labels): Options {
  const known = optionsByValues.get(values);
  if (known !== undefined && known.labels === labels) return known.options;
  const options = values.map((value) => ({ value, label: (typeof value === "string" ? labels?.[value] : undefined) ?? { vi: JSON.stringify(value) } }));
  optionsByValues.set(values, { labels, options });
  return options;
}

const optionsByValues = new WeakMap<readonly unknown[], { readonly labels: Labels; readonly options: Options }>();
