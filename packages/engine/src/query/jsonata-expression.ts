import jsonata from "jsonata";

const compiled = new Map<string, jsonata.Expression>();

/** How many expressions are kept compiled. */
const KEPT = 5_000;

/** The expression in a string that is one as a whole (`{% … %}`); undefined for any other text. */
export function expressionIn(text: string): string | undefined {
  return text.startsWith("{%") && text.endsWith("%}") && text.length >= 4 ? text.slice(2, -2).trim() : undefined;
}

/** Compiles an expression, once per text. @throws jsonata's error where the syntax is wrong */
export function compileExpression(expression: string): jsonata.Expression {
  const known = compiled.get(expression);
  if (known !== undefined) return known;
  if (compiled.size >= KEPT) compiled.clear();
  const fresh = jsonata(expression);
  compiled.set(expression, fresh);
  return fresh;
}
