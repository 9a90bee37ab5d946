import type { ExpressionRange } from "./expression-node.ts";

/** What can be wrong with an expression. */
export type ExpressionFaultCode =
  | "condition-too-long"
  | "condition-too-much-work"
  | "condition-syntax"
  | "condition-function"
  | "condition-wrong-type"
  | "condition-needs-has"
  | "condition-unknown-value"
  | "condition-unknown-variable"
  | "condition-variable-not-here"
  | "unknown-field-in-condition";

/** One mistake in an expression. `given` fills the message of its code; `near` is the name probably meant. */
export interface ExpressionFault extends ExpressionRange {
  readonly code: ExpressionFaultCode;
  readonly given: Readonly<Record<string, string>>;
  readonly near?: string;
}
