import type { ExpressionNode } from "../expression-node.ts";

/** The same text for two nodes that say the same, wherever they stand: expressions read no clock and change nothing. */
export function termKey(node: ExpressionNode): string {
  return JSON.stringify(node, (name, value: unknown) => (name === "start" || name === "end" ? undefined : value));
}
