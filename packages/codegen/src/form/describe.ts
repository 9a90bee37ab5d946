import { type DisplayIr, type FormIr, type NodeIr, SILENT } from "./form-ir.ts";

let questions = 0;
/** What was found of places of several schemas, by the number of the question: one map for all, since a place that is asked once is asked again. */
const known = new WeakMap<readonly NodeIr[], unknown[]>();

/**
 * Keeps what is found of a place: every emitter asks for it, of every field. What is found of a place of one schema stands
 * with that schema, so that all who refer to it find it there.
 */
export function once<Found extends object | string | boolean>(find: (form: FormIr, nodes: readonly NodeIr[]) => Found): (form: FormIr, nodes: readonly NodeIr[]) => Found {
  const asked = questions;
  questions += 1;
  return (form, nodes) => {
    const answers = answersOf(nodes);
    const before = answers[asked] as Found | undefined;
    if (before !== undefined) return before;
    const found = find(form, nodes);
    answers[asked] = found;
    return found;
  };
}

function answersOf(nodes: readonly NodeIr[]): unknown[] {
  const [only] = nodes;
  if (only !== undefined && nodes.length === 1) return only.answers;
  const before = known.get(nodes);
  if (before !== undefined) return before;
  const answers: unknown[] = [];
  known.set(nodes, answers);
  return answers;
}

/** The schemas of one place that describe its value: themselves, what they refer to, and what they join. */
export const layers = once((form, nodes): readonly NodeIr[] => {
  if (nodes.every((node) => node.ref === undefined && node.all.length === 0)) return nodes;
  const found: NodeIr[] = [];
  for (const node of nodes) addLayers(form, node, found);
  return found;
});

function addLayers(form: FormIr, node: NodeIr, found: NodeIr[]): void {
  found.push(node);
  const target = node.ref === undefined ? undefined : form.definitions[node.ref];
  if (target !== undefined) addLayers(form, target, found);
  for (const inside of node.all) addLayers(form, inside, found);
}

/** All that the schemas of one place say of what people see; the nearest word counts. */
export const displayOf = once((form, nodes): DisplayIr => {
  const [nearest, ...others] = layers(form, nodes);
  let found = nearest?.display ?? SILENT;
  for (const { display } of others) if (display !== SILENT) found = completed(found, display);
  return found;
});

function completed(near: DisplayIr, far: DisplayIr): DisplayIr {
  if (near === SILENT) return far;
  return {
    label: near.label ?? far.label,
    hint: near.hint ?? far.hint,
    control: near.control ?? far.control,
    options: near.options ?? far.options,
    codeList: near.codeList ?? far.codeList,
    prefill: near.prefill ?? far.prefill,
    data: near.data ?? far.data,
    default: near.default ?? far.default,
  };
}

const NONE: readonly NodeIr[] = [];

/** The schemas of a place's field. */
export function fieldsOf(form: FormIr, nodes: readonly NodeIr[], key: string): readonly NodeIr[] {
  return allFields(form, nodes).get(key) ?? NONE;
}

/** The schemas of every field of a place, by key. */
const allFields = once((form, nodes): ReadonlyMap<string, readonly NodeIr[]> => {
  const found = new Map<string, NodeIr[]>();
  for (const { properties } of layers(form, nodes)) {
    for (const { key, node } of properties) {
      const before = found.get(key);
      if (before === undefined) found.set(key, [node]);
      else before.push(node);
    }
  }
  return found;
});

/** The schemas of a list's entries. */
export const itemsOf = once((form, nodes): readonly NodeIr[] => layers(form, nodes).flatMap(({ items }) => items ?? NONE));

/** Names of the definitions that schemas lead to, at any depth. */
export const definitionsIn = once((form, nodes): ReadonlySet<string> => {
  const found = new Set<string>();
  const visit = (node: NodeIr): void => {
    const target = node.ref === undefined || found.has(node.ref) ? undefined : form.definitions[node.ref];
    if (node.ref !== undefined) found.add(node.ref);
    if (target !== undefined) visit(target);
    innerNodes(node).forEach(visit);
  };
  nodes.forEach(visit);
  return found;
});

/** The schemas directly inside one. */
function innerNodes(node: NodeIr): readonly NodeIr[] {
  const conditions = node.conditions.flatMap(({ when, yes, no }) => [when, yes, no]);
  const found = [...node.properties.map((property) => property.node), node.items, ...conditions, ...node.all, ...node.any, ...(node.one?.branches.map((branch) => branch.node) ?? []), node.not];
  return found.filter((inside) => inside !== undefined);
}

/** How a field is filled in, where its author does not say. */
export const controlOf = once((form, nodes): string => displayOf(form, nodes).control ?? usualControl(layers(form, nodes)));

function usualControl(all: readonly NodeIr[]): string {
  if (all.some((node) => node.type === "object" || node.properties.length > 0)) return "group";
  if (all.some((node) => node.type === "array")) return "list";
  if (all.some((node) => node.type === "boolean")) return all.some((node) => node.constant?.value === true) ? "checkbox" : "radio";
  if (all.some((node) => node.values !== undefined || node.text?.format === "vn-province")) return "select";
  if (all.some((node) => node.display.codeList !== undefined || node.text?.format === "vn-commune")) return "search";
  if (all.some((node) => node.text?.format === "date" || node.text?.format === "date-partial")) return "date";
  return all.some((node) => node.type === "integer" || node.type === "number") ? "number" : "text";
}
