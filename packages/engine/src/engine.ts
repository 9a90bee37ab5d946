import type { Clock } from "./clock/clock.ts";
import type { Definition } from "./definition/definition.ts";
import type { ExecutionStatus } from "./execution/execution.ts";
import type { Json } from "./json.ts";
import type { Invoke } from "./run/invocation.ts";
import type { Transition } from "./run/runner.ts";
import type { Store } from "./store/store.ts";

/** Options of `createEngine`. */
export interface EngineOptions {
  readonly store: Store;
  readonly clock: Clock;
  readonly invoke: Invoke;
  /** From 0 up to, not including, 1: jitter, `$random`, `States.MathRandom`. `Math.random` unless given. */
  readonly random?: () => number;
  /** Called after a state's entry or retry has been saved. */
  readonly onTransition?: (transition: Transition) => void;
  /** Told once of what has stopped the engine, a store that fails above all; it then refuses every change. */
  readonly onFault?: (error: unknown) => void;
  /** `false` keeps no events: for runs whose histories nobody reads. */
  readonly keepHistory?: boolean;
}

/** A machine to run. */
export interface MachineInput {
  readonly arn: string;
  readonly name: string;
  readonly definition: Definition;
  /** Shown in the context object. */
  readonly roleArn?: string;
}

/** An execution as lists show it; instants in ISO 8601. */
export interface ExecutionSummary {
  readonly executionArn: string;
  readonly stateMachineArn: string;
  readonly name: string;
  readonly status: ExecutionStatus;
  readonly startDate: string;
  readonly stopDate?: string;
}

/** An execution with its data; `input` and `output` are JSON texts. */
export interface ExecutionDescription extends ExecutionSummary {
  readonly input: string;
  readonly output?: string;
  readonly error?: string;
  readonly cause?: string;
}

/** An event as `GetExecutionHistory` gives it, but `timestamp` in ISO 8601; details under the member its type calls for. */
export interface EngineEvent {
  readonly id: number;
  readonly previousEventId: number;
  readonly timestamp: string;
  readonly type: string;
  readonly [details: string]: Json;
}

/**
 * Runs state machines. Calls are synchronous: when one returns, what it did is saved. All refusals are `AwsError`s with
 * the names of the Step Functions API. JSON texts are what the API carries.
 */
export interface Engine {
  /** Puts a machine, or a new revision of it; running executions keep the revision they began with. */
  readonly putStateMachine: (machine: MachineInput) => void;
  /**
   * Starts an execution (`input` `"{}"` unless given). The same name and input while it runs is the same execution;
   * any other use of a name that has been taken is refused with `ExecutionAlreadyExists`, for ever.
   */
  readonly startExecution: (start: { readonly machineArn: string; readonly name: string; readonly input?: string }) => { readonly executionArn: string; readonly startDate: string };
  /** Ends a running execution; a closed one stays as it is. */
  readonly stopExecution: (stop: { readonly executionArn: string; readonly error?: string; readonly cause?: string }) => { readonly stopDate: string };
  readonly sendTaskSuccess: (answer: { readonly token: string; readonly output: string }) => void;
  readonly sendTaskFailure: (answer: { readonly token: string; readonly error?: string; readonly cause?: string }) => void;
  readonly sendTaskHeartbeat: (answer: { readonly token: string }) => void;
  /** Whose token it is, answered or not; undefined for a token this engine never gave out. */
  readonly taskOf: (token: string) => { readonly executionArn: string; readonly machineArn: string } | undefined;
  readonly describeExecution: (executionArn: string) => ExecutionDescription;
  /** In the order they were started. */
  readonly listExecutions: (filter?: { readonly machineArn?: string; readonly status?: ExecutionStatus }) => readonly ExecutionSummary[];
  readonly getExecutionHistory: (executionArn: string) => readonly EngineEvent[];
  /** State entries and retries of all executions, as AWS bills them. */
  readonly transitions: () => number;
  /** Steps and calls under way; 0 when everything waits for an answer or for time. */
  readonly busy: () => number;
  /** Resolves when no step is under way and calls that answer at once have been answered. */
  readonly settled: () => Promise<void>;
  /** Stops; another engine may be opened on the same store. */
  readonly close: () => Promise<void>;
}
