/** A value of a definition; strings between `{%` and `%}` are JSONata. */
export type Template = string | number | boolean | null | readonly Template[] | { readonly [name: string]: Template };

/** A rule by which a failed state is tried again. Times in seconds. */
export interface Retrier {
  readonly ErrorEquals: readonly string[];
  readonly MaxAttempts: number;
  readonly IntervalSeconds?: number;
  readonly BackoffRate?: number;
  readonly MaxDelaySeconds?: number;
  readonly JitterStrategy?: "FULL";
}

/** A rule by which a failed state goes elsewhere. */
export interface Catcher {
  readonly ErrorEquals: readonly string[];
  readonly Next: string;
  readonly Output?: Template;
}

/** A way out of a Choice. */
export interface ChoiceRule {
  readonly Condition: string;
  readonly Next: string;
  readonly Output?: Template;
}

/** Where a state that does not choose leads. */
export type Exit = { readonly Next: string } | { readonly End: true };

/** The states this package writes. */
export type State =
  | ({ readonly Type: "Task"; readonly Resource: string; readonly Arguments: Template; readonly Retry: readonly Retrier[]; readonly Catch: readonly Catcher[] } & Exit)
  | { readonly Type: "Choice"; readonly Choices: readonly ChoiceRule[]; readonly Default: string }
  | ({ readonly Type: "Parallel"; readonly Branches: readonly StateTable[]; readonly Output: string; readonly Catch?: readonly Catcher[] } & Exit)
  | { readonly Type: "Succeed" }
  | { readonly Type: "Fail"; readonly Error: string; readonly Cause: string };

/** States with their beginning: a machine or a branch. */
export interface StateTable {
  readonly StartAt: string;
  readonly States: Readonly<Record<string, State>>;
}

/** A state machine in Amazon States Language. @see https://states-language.net/spec.html */
export interface Definition extends StateTable {
  readonly Comment: string;
  readonly QueryLanguage: "JSONata";
}
