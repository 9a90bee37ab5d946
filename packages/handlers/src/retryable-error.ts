/**
 * The orchestrator may try again: a system did not answer, a limit was met.
 * Recognised by `name`, which Lambda reports as `errorType` and Step Functions matches in `ErrorEquals`.
 */
export class RetryableError extends Error {
  override readonly name = "RetryableError";
}

/** Whether an error asks to be tried again, whichever package threw it. */
export function isRetryable(error: unknown): boolean {
  return error instanceof Error && error.name === "RetryableError";
}
