import type { Json } from "../json.ts";

/** A call of an integration by a Task state. */
export interface Invocation {
  /** As the definition has it: `arn:aws:states:::lambda:invoke.waitForTaskToken`, a function's ARN, … */
  readonly resource: string;
  /** The evaluated `Arguments` or `Parameters`. */
  readonly payload: Json;
  /** The token, for a resource that hands one out. */
  readonly token?: string;
  readonly executionArn: string;
  readonly executionName: string;
  readonly machineArn: string;
  /** Name of the state. */
  readonly state: string;
  /** Attempts before this one, of the same entry into the state. */
  readonly retryCount: number;
  /** Aborted when nothing waits for the answer any more: timed out, stopped, closed. */
  readonly signal: AbortSignal;
}

/**
 * Calls an integration. What it returns is the task's result as it is (for `lambda:invoke` the caller builds
 * `{ Payload, StatusCode, … }`); what it returns for a token's task is noted and otherwise ignored. It throws a
 * `TaskFailure` to fail the task. After a restart a call that had not returned is made again: at least once.
 */
export type Invoke = (invocation: Invocation) => Promise<Json>;
