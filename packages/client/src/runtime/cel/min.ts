/** The smaller of two numbers; `undefined` for anything else. */
export function min(a: unknown, b: unknown): number | undefined {
  return typeof a === "number" && typeof b === "number" ? Math.min(a, b) : undefined;
}
