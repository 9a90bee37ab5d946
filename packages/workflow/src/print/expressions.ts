import type { Condition } from "../plan/condition.ts";

/** JSONata between the marks by which Step Functions knows it. */
export function jsonata(expression: string): string {
  return `{% ${expression} %}`;
}

/** A condition in JSONata, over the input of a Choice: the last answer. A fact that is not there does not hold. */
export function conditionText(condition: Condition): string {
  if (typeof condition === "boolean") return String(condition);
  if ("fact" in condition) return `$states.input.facts.${condition.fact} = true`;
  if ("not" in condition) return `$not(${conditionText(condition.not)})`;
  if ("all" in condition) return condition.all.map(operand).join(" and ");
  if ("any" in condition) return condition.any.map(operand).join(" or ");
  const quoted = condition.outcomes.map((name) => `'${name}'`);
  return quoted.length === 1 ? `$states.input.outcome = ${quoted[0]}` : `$states.input.outcome in [${quoted.join(", ")}]`;
}

function operand(condition: Condition): string {
  const text = conditionText(condition);
  return typeof condition === "object" && ("all" in condition || "any" in condition) ? `(${text})` : text;
}
