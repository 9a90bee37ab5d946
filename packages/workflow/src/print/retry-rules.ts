import type { Retrier } from "../definition.ts";

/** Names of the two errors by which a function says whether trying again can help. */
export const RETRYABLE_ERROR = "RetryableError";
export const TERMINAL_ERROR = "TerminalError";

/**
 * Retries after which another system that still does not answer counts as unavailable: some five minutes at most. The
 * state machine itself goes on trying where the trouble is our own.
 */
export const CONNECT_RETRIES = 5;

/** What Lambda itself may answer instead of running a function. */
const LAMBDA_TROUBLE = [
  "Lambda.ServiceException", "Lambda.AWSLambdaException", "Lambda.SdkClientException",
  "Lambda.TooManyRequestsException", "Lambda.ClientExecutionTimeoutException",
] as const;

/**
 * Tried for about a day before an execution is given up: an execution that failed is not started again, so an outage, and
 * a defect until it is mended, must be waited out.
 */
const PATIENT = { MaxAttempts: 100, BackoffRate: 2, MaxDelaySeconds: 900, JitterStrategy: "FULL" } as const;

/** Seconds before the first retry of what nobody foresaw: a defect, a function that ran out of time or memory. */
const UNFORESEEN_WAIT = 30;

/** Retries of every state that calls a function; `firstWait` in seconds. What cannot be helped is not tried again. */
export function retryRules(firstWait: number): readonly Retrier[] {
  return [
    { ErrorEquals: [TERMINAL_ERROR], MaxAttempts: 0 },
    { ErrorEquals: [RETRYABLE_ERROR, ...LAMBDA_TROUBLE], IntervalSeconds: firstWait, ...PATIENT },
    { ErrorEquals: ["States.TaskFailed"], IntervalSeconds: UNFORESEEN_WAIT, ...PATIENT },
  ];
}
