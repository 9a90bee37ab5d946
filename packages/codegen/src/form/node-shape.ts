import type { NodeIr } from "./form-ir.ts";

/** Whether a schema concerns the value itself alone: no fields, no entries, nothing combined. Its checks are constants. */
export function isLeaf(node: NodeIr): boolean {
  const isContainer = node.type === "object" || node.type === "array" || node.nullable || node.required.length > 0;
  return !isContainer && isUncombined(node);
}

/** Whether a schema says only which keys there are. */
export function onlyRequires(node: NodeIr): boolean {
  const hasValues = node.values !== undefined || node.constant !== undefined;
  const hasLimits = node.text !== undefined || node.number !== undefined;
  return (node.type === undefined || node.type === "object") && !node.nullable && !hasValues && !hasLimits && isUncombined(node);
}

/** Whether a schema says nothing of lists. */
export function saysNothingOfLists({ type, items, minItems, maxItems }: NodeIr): boolean {
  return type !== "array" && items === undefined && minItems === undefined && maxItems === undefined;
}

/** Whether a schema says nothing of the keys of an object. */
export function saysNothingOfKeys({ properties, required, dependent, closed }: NodeIr): boolean {
  return properties.length === 0 && required.length === 0 && dependent.length === 0 && !closed;
}

/** Whether a schema joins no others, references apart. */
export function joinsNothing({ conditions, all, any, one, not }: NodeIr): boolean {
  return conditions.length === 0 && all.length === 0 && any.length === 0 && one === undefined && not === undefined;
}

function isUncombined(node: NodeIr): boolean {
  const isNoList = node.items === undefined && node.minItems === undefined && node.maxItems === undefined;
  const isNoObject = node.properties.length === 0 && node.dependent.length === 0 && !node.closed;
  return node.ref === undefined && node.rest === undefined && isNoList && isNoObject && joinsNothing(node);
}
