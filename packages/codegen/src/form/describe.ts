import type { DisplayIr, FormIr, NodeIr } from "./form-ir.ts";

/** All that the schemas of one place say of what people see; the nearest word counts. */
export function displayOf(form: FormIr, nodes: readonly NodeIr[]): DisplayIr {
  const found: DisplayIr = {};
  for (const node of layers(form, nodes)) Object.assign(found, { ...node.display, ...found });
  return found;
}

/** The schemas of one place that describe its value: themselves, what they refer to, and what they join. */
export function layers(form: FormIr, nodes: readonly NodeIr[]): readonly NodeIr[] {
  const [only] = nodes;
  return nodes.length === 1 && only !== undefined ? layersOf(form, only) : nodes.flatMap((node) => layersOf(form, node));
}

/** Layers of each node, found once: every emitter asks for them, of every field. */
const found = new WeakMap<NodeIr, readonly NodeIr[]>();

function layersOf(form: FormIr, node: NodeIr): readonly NodeIr[] {
  const known = found.get(node);
  if (known !== undefined) return known;
  const target = node.ref === undefined ? undefined : form.definitions[node.ref];
  const all = [node, ...layers(form, [...(target === undefined ? [] : [target]), ...node.all])];
  found.set(node, all);
  return all;
}

/** The schemas of a place's field. */
export function fieldsOf(form: FormIr, nodes: readonly NodeIr[], key: string): readonly NodeIr[] {
  return layers(form, nodes).flatMap((node) => node.properties.filter((property) => property.key === key).map((property) => property.node));
}

/** The schemas of a list's entries. */
export function itemsOf(form: FormIr, nodes: readonly NodeIr[]): readonly NodeIr[] {
  return layers(form, nodes).flatMap((node) => node.items ?? []);
}

/** How a field is filled in, where its author does not say. */
export function controlOf(form: FormIr, nodes: readonly NodeIr[]): string {
  const all = layers(form, nodes);
  const said = displayOf(form, nodes).control;
  if (said !== undefined) return said;
  const has = (test: (node: NodeIr) => boolean) => all.some(test);
  if (has((node) => node.type === "object" || node.properties.length > 0)) return "group";
  if (has((node) => node.type === "array")) return "list";
  if (has((node) => node.type === "boolean")) return has((node) => node.constant?.value === true) ? "checkbox" : "radio";
  if (has((node) => node.values !== undefined || node.text.format === "vn-province")) return "select";
  if (has((node) => node.display.codeList !== undefined || node.text.format === "vn-commune")) return "search";
  if (has((node) => node.text.format === "date" || node.text.format === "date-partial")) return "date";
  return has((node) => node.type === "integer" || node.type === "number") ? "number" : "text";
}
