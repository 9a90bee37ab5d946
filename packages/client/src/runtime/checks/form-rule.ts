import type { Expression, Facts, Problem } from "@motcua/procedure";
import { isObject, own } from "../own.ts";
import { segment } from "../json-pointer.ts";
import type { FormProblems } from "../problems/form-problems.ts";

/** A cross-field rule, its expressions as functions. */
export interface FormRule {
  /** Keys that lead to a list: the rule is asked once for each of its entries, and told at the entry. */
  readonly each?: readonly string[];
  readonly when?: Expression;
  readonly assert: Expression;
  readonly problem: Problem;
}

/** A rule speaks when it applies and its assertion is false; where an operand is absent it is silent. `value` is what it is of: the form, or a record. */
export function applyRules(out: FormProblems, rules: readonly FormRule[], facts: Facts, value: unknown): void {
  for (const rule of rules) {
    if (rule.each === undefined) {
      if (isBroken(rule, facts)) out.push(rule.problem);
      continue;
    }
    const base = rule.each.map(segment).join("");
    for (const [index, item] of entriesAt(value, rule.each).entries()) {
      if (isBroken(rule, { ...facts, item, nth: index + 1 })) out.push({ ...rule.problem, pointer: `${base}/${index}${rule.problem.pointer}` });
    }
  }
}

function isBroken({ when, assert }: FormRule, facts: Facts): boolean {
  return (when === undefined || when(facts) === true) && assert(facts) === false;
}

/** What is no list has no entries: its structure is told elsewhere. */
function entriesAt(value: unknown, keys: readonly string[]): readonly unknown[] {
  let at = value;
  for (const key of keys) at = isObject(at) ? own(at, key) : Array.isArray(at) ? at[Number(key)] : undefined;
  return Array.isArray(at) ? at : [];
}
