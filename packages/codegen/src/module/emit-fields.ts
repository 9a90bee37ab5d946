import { type Text, segment } from "@motcua/procedure";
import type { FormIr, NodeIr } from "../form/form-ir.ts";
import { controlOf, displayOf, fieldsOf, itemsOf, layers, once } from "../form/describe.ts";
import { present } from "../form/present.ts";

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
  const required = new Set(layers(form, nodes).flatMap((node) => node.required));
  const inside = (pointer: string, field: readonly NodeIr[], isRequired: boolean): readonly FieldDescription[] => [
    { pointer, type: typeOf(form, field), required: isRequired, nodes: field },
    ...describeInside(form, field).map((below) => ({ ...below, pointer: pointer + below.pointer })),
  ];
  const items = itemsOf(form, nodes);
  return [
    ...keysOf(form, nodes).flatMap((key) => inside(segment(key), fieldsOf(form, nodes, key), required.has(key))),
    ...(items.length === 0 ? [] : inside("/*", items, true)),
  ];
});

/** The definition that alone says what is inside a node. */
function givenBy({ definitions }: FormIr, node: NodeIr | undefined): NodeIr | undefined {
  if (node?.ref === undefined || node.properties.length > 0 || node.required.length > 0 || node.items !== undefined || node.all.length > 0) return undefined;
  return definitions[node.ref];
}

function keysOf(form: FormIr, nodes: readonly NodeIr[]): readonly string[] {
  const described = layers(form, nodes).flatMap(({ properties }) => properties.filter(({ node }) => isDescribed(form, [node])).map(({ key }) => key));
  return [...new Set(described)];
}

/** Conditions repeat keys to say more of them; what describes a field has a type. */
const isDescribed = once((form, nodes) =>
  layers(form, nodes).some((layer) => layer.type !== undefined || layer.values !== undefined || layer.constant !== undefined || layer.display.label !== undefined),
);

function typeOf(form: FormIr, nodes: readonly NodeIr[]): string {
  return layers(form, nodes).find((node) => node.type !== undefined)?.type ?? "any";
}

/** What a renderer reads of a field, and the values it may be chosen from, which many fields share. */
export interface FieldMetadata {
  readonly entries: Readonly<Record<string, unknown>>;
  readonly options?: readonly { readonly value: unknown; readonly label: Text }[];
}

/** The constant a renderer reads: labels, hints, choices and limits. */
export function fieldMetadata(form: FormIr, { nodes, required }: FieldDescription): FieldMetadata {
  return (required ? requiredMetadata : optionalMetadata)(form, nodes);
}

const requiredMetadata = once((form, nodes) => metadataOf(form, nodes, true));
const optionalMetadata = once((form, nodes) => metadataOf(form, nodes, false));

function metadataOf(form: FormIr, nodes: readonly NodeIr[], required: boolean): FieldMetadata {
  const display = displayOf(form, nodes);
  const all = layers(form, nodes);
  const values = all.find((node) => node.values !== undefined)?.values;
  const format = all.find((node) => node.text?.format !== undefined)?.text?.format;
  const maxLength = all.find((node) => node.text?.maxLength !== undefined)?.text?.maxLength;
  const entries = {
    label: display.label,
    hint: display.hint,
    control: controlOf(form, nodes),
    type: typeOf(form, nodes),
    required,
    format,
    maxLength,
    codeList: values === undefined ? display.codeList : undefined,
    prefill: display.prefill,
    data: display.data,
    default: display.default?.value,
  };
  return { entries: present(entries), ...(values === undefined ? {} : { options: optionsOf(values, display.options) }) };
}

/** Values a field may be chosen from. */
export type Options = NonNullable<FieldMetadata["options"]>;
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
