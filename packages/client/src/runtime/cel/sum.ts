/** Sum of a list of numbers; `undefined` for anything else, and where an integer could no longer be told exactly. */
export function sum(list: unknown): number | undefined {
  if (!Array.isArray(list)) return undefined;
  let total = 0;
  for (const entry of list as readonly unknown[]) {
    if (typeof entry !== "number") return undefined;
    total += entry;
  }
  return Number.isFinite(total) && Math.abs(total) <= Number.MAX_SAFE_INTEGER ? total : undefined;
}
