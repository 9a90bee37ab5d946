import type { Expression, Facts, Problem } from "@motcua/procedure";
import type { FormProblems } from "../problems/form-problems.ts";

/** A cross-field rule, its expressions as functions. */
export interface FormRule {
  readonly when?: Expression;
  readonly assert: Expression;
  readonly problem: Problem;
}

/** A rule speaks when it applies and its assertion is false; where an operand is absent it is silent. */
export function applyRules(out: FormProblems, rules: readonly FormRule[], facts: Facts): void {
  for (const { when, assert, problem } of rules) {
    if ((when === undefined || when(facts) === true) && assert(facts) === false) out.push(problem);
  }
}
