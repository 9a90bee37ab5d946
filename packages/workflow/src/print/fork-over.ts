import type { Catcher, State } from "../definition.ts";
import { conditionText, jsonata } from "./expressions.ts";

/** Error by which a branch says that its fork is over, whatever the branches beside it do: it ends them, and the fork catches it. */
export const FORK_OVER = "Workflow.ForkOver";

/** The answer that ended the fork, as the error carries it. */
const OVER_CAUSE = "$string({'after': $states.input.after, 'facts': $states.input.facts})";
const OVER_ANSWER = "$parse($states.errorOutput.Cause)";

/** The expressions of a fork that may be over early; nothing else reads the cause of an error. */
export const OVER_EXPRESSIONS: readonly string[] = [OVER_CAUSE, OVER_ANSWER];

/** Where a branch ends: it ends the fork where the dossier says that the fork is over, else itself. */
export function branchEnd(over: readonly string[], to: { readonly fork: string; readonly branch: string }): State {
  const condition = conditionText({ any: over.map((fact) => ({ fact })) });
  return { Type: "Choice", Choices: [{ Condition: jsonata(condition), Next: to.fork }], Default: to.branch };
}

/** The state that ends the fork from inside a branch. */
export const ENDS_FORK: State = { Type: "Fail", Error: FORK_OVER, Cause: jsonata(OVER_CAUSE) };

/** Goes on from a fork that a branch has ended, with that branch's answer. */
export function whenOver(next: string): Catcher {
  return { ErrorEquals: [FORK_OVER], Output: jsonata(OVER_ANSWER), Next: next };
}
