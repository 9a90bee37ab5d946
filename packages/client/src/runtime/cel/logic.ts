/**
 * The three values of an expression: `true`, `false`, and `undefined` for one that cannot be told because an operand is
 * absent or of another type. As in CEL, one false decides `and`, one true decides `or`, wherever it stands.
 */
export type Told = boolean | undefined;

export function and(a: unknown, b: unknown): Told {
  if (a === false || b === false) return false;
  return a === true && b === true ? true : undefined;
}

export function or(a: unknown, b: unknown): Told {
  if (a === true || b === true) return true;
  return a === false && b === false ? false : undefined;
}

export function not(a: unknown): Told {
  return typeof a === "boolean" ? !a : undefined;
}

/** `condition ? yes : no`. */
export function choose(condition: unknown, yes: unknown, no: unknown): unknown {
  return typeof condition === "boolean" ? (condition ? yes : no) : undefined;
}
