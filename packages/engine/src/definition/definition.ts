import type { Json, JsonObject } from "../json.ts";

/** How a state's expressions are written. */
export type QueryLanguageName = "JSONPath" | "JSONata";

/** The state kinds of the Amazon States Language. */
export type StateType = "Task" | "Pass" | "Choice" | "Wait" | "Succeed" | "Fail" | "Parallel" | "Map";

/** A table of states with its beginning: a machine, a branch, a Map's processor. */
export interface StateTable {
  readonly StartAt: string;
  readonly States: { readonly [name: string]: State };
}

/** A machine as its author wrote it. */
export interface Definition extends StateTable {
  readonly Comment?: string;
  readonly Version?: string;
  readonly QueryLanguage?: QueryLanguageName;
  readonly TimeoutSeconds?: number;
}

/** A rule by which a failed state is tried again. Times in seconds. */
export interface Retrier {
  readonly ErrorEquals: readonly string[];
  readonly IntervalSeconds?: number;
  readonly BackoffRate?: number;
  readonly MaxAttempts?: number;
  readonly MaxDelaySeconds?: number;
  readonly JitterStrategy?: "FULL" | "NONE";
}

/** A rule by which a failed state goes elsewhere. */
export interface Catcher {
  readonly ErrorEquals: readonly string[];
  readonly Next: string;
  readonly ResultPath?: string | null;
  readonly Output?: Json;
  readonly Assign?: JsonObject;
}

/** A way out of a Choice; the operators of JSONPath mode are further members. */
export interface ChoiceRule {
  readonly Next: string;
  readonly Condition?: Json;
  readonly Output?: Json;
  readonly Assign?: JsonObject;
  readonly [member: string]: Json | undefined;
}

/** A state: the fields every kind shares, and those each kind reads for itself. */
export interface State {
  readonly Type: StateType;
  readonly QueryLanguage?: QueryLanguageName;
  readonly Next?: string;
  readonly End?: boolean;
  readonly Assign?: JsonObject;
  readonly Output?: Json;
  readonly Arguments?: Json;
  readonly InputPath?: string | null;
  readonly OutputPath?: string | null;
  readonly ResultPath?: string | null;
  readonly Parameters?: Json;
  readonly ResultSelector?: Json;
  readonly Result?: Json;
  readonly Retry?: readonly Retrier[];
  readonly Catch?: readonly Catcher[];
  readonly Resource?: string;
  readonly Choices?: readonly ChoiceRule[];
  readonly Default?: string;
  readonly Branches?: readonly StateTable[];
  readonly ItemProcessor?: StateTable & { readonly ProcessorConfig?: { readonly Mode?: string } };
  /** The older name of `ItemProcessor`. */
  readonly Iterator?: StateTable & { readonly ProcessorConfig?: { readonly Mode?: string } };
  readonly ItemsPath?: string;
  readonly Items?: Json;
  readonly ItemSelector?: Json;
  /** Fields that may be computed: `Seconds`, `SecondsPath`, `Timestamp`, `Error`, `MaxConcurrency`, … */
  readonly [field: string]: unknown;
}
