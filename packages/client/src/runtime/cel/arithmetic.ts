/** `a + b`: a sum of numbers, or texts or lists put together. */
export function plus(a: unknown, b: unknown): unknown {
  if (typeof a === "string" && typeof b === "string") return a + b;
  if (Array.isArray(a) && Array.isArray(b)) return [...(a as readonly unknown[]), ...(b as readonly unknown[])];
  return numeric(a, b, (x, y) => x + y);
}

export function minus(a: unknown, b: unknown): number | undefined {
  return numeric(a, b, (x, y) => x - y);
}

export function times(a: unknown, b: unknown): number | undefined {
  return numeric(a, b, (x, y) => x * y);
}

/** `a % b` of two integers, with the sign of the first; `undefined` for a division by zero. */
export function modulo(a: unknown, b: unknown): number | undefined {
  if (!Number.isInteger(a) || !Number.isInteger(b) || b === 0) return undefined;
  return numeric(a, b, (x, y) => (x % y) + 0);
}

export function negative(a: unknown): number | undefined {
  return numeric(0, a, (x, y) => x - y);
}

/** `undefined` for what is no number, and where integers could no longer be told exactly. */
function numeric(a: unknown, b: unknown, operate: (x: number, y: number) => number): number | undefined {
  if (typeof a !== "number" || typeof b !== "number") return undefined;
  const result = operate(a, b);
  if (Number.isInteger(a) && Number.isInteger(b) && !Number.isSafeInteger(result)) return undefined;
  return Number.isFinite(result) ? result : undefined;
}
