/** What a way depends on: a fact that must hold, an outcome among some, and combinations. */
export type Condition =
  | boolean
  | { readonly fact: string }
  | { readonly outcomes: readonly string[] }
  | { readonly not: Condition }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] };

/** Holds when every one does. */
export function all(...conditions: readonly Condition[]): Condition {
  if (conditions.includes(false)) return false;
  const open = conditions.filter((condition) => condition !== true);
  return open.length > 1 ? { all: open } : (open[0] ?? true);
}

/** Holds when at least one does. */
export function any(...conditions: readonly Condition[]): Condition {
  if (conditions.includes(true)) return true;
  const open = conditions.filter((condition) => condition !== false);
  return open.length > 1 ? { any: open } : (open[0] ?? false);
}

/** Holds when the condition does not. */
export function not(condition: Condition): Condition {
  if (typeof condition === "boolean") return !condition;
  return "not" in condition ? condition.not : { not: condition };
}

/** The condition with every fact renamed. */
export function withFacts(condition: Condition, rename: (fact: string) => string): Condition {
  if (typeof condition === "boolean" || "outcomes" in condition) return condition;
  if ("fact" in condition) return { fact: rename(condition.fact) };
  if ("not" in condition) return { not: withFacts(condition.not, rename) };
  const parts = "all" in condition ? condition.all : condition.any;
  const renamed = parts.map((part) => withFacts(part, rename));
  return "all" in condition ? { all: renamed } : { any: renamed };
}
