import type { ExpressionNode } from "../expression-node.ts";

const known = new WeakMap<ExpressionNode, string>();

/** The same text for two nodes that say the same, wherever they stand: expressions read no clock and change nothing. */
export function termKey(node: ExpressionNode): string {
  const before = known.get(node);
  if (before !== undefined) return before;
  const key = JSON.stringify(node, (name, value: unknown) => (name === "start" || name === "end" ? undefined : value));
  known.set(node, key);
  return key;
}
