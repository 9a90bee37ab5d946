import type { NodeIr } from "./form-ir.ts";

/** Whether a schema concerns the value itself alone: no fields, no entries, nothing combined. Its checks are constants. */
export function isLeaf(node: NodeIr): boolean {
  const isContainer = node.type === "object" || node.type === "array" || node.nullable || node.required.length > 0;
  return !isContainer && isUncombined(node);
}

/** Whether a schema says only which keys there are. */
export function onlyRequires(node: NodeIr): boolean {
  const hasValues = node.values !== undefined || node.constant !== undefined;
  const hasLimits = Object.keys(node.text).length > 0 || Object.keys(node.number).length > 0;
  return (node.type === undefined || node.type === "object") && !node.nullable && !hasValues && !hasLimits && isUncombined(node);
}

function isUncombined(node: NodeIr): boolean {
  const isSingle = node.ref === undefined && node.one === undefined && node.not === undefined && node.rest === undefined && !node.closed;
  const isNoList = node.items === undefined && node.minItems === undefined && node.maxItems === undefined;
  const parts = [node.properties, node.dependent, node.conditions, node.all, node.any];
  return isSingle && isNoList && parts.every((part) => part.length === 0);
}
