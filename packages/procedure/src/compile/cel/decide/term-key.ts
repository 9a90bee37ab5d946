import { jsonText } from "../../../json-text.ts";
import type { ExpressionNode } from "../expression-node.ts";

const known = new WeakMap<ExpressionNode, string>();

/** The same text for two nodes that say the same, wherever they stand: expressions read no clock and change nothing. */
export function termKey(node: ExpressionNode): string {
  const before = known.get(node);
  if (before !== undefined) return before;
  const key = textOf(node);
  known.set(node, key);
  return key;
}

function textOf(value: unknown): string {
  if (typeof value === "string") return jsonText(value);
  if (typeof value !== "object" || value === null) return String(value);
  let text = "(";
  // Where a node stands says nothing of what it means.
  for (const [name, inside] of Object.entries(value)) if (name !== "start" && name !== "end") text += `${name}:${textOf(inside)},`;
  return `${text})`;
}
