/** The greater of two numbers; `undefined` for anything else. */
export function max(a: unknown, b: unknown): number | undefined {
  return typeof a === "number" && typeof b === "number" ? Math.max(a, b) : undefined;
}
