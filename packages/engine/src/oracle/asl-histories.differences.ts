/** Recorded executions the engine does not repeat, and why. The test refuses an entry that passes. */
export const DIFFERENCES: Readonly<Record<string, string>> = {};

/**
 * Inputs the recorder normalised, restored: the value is in the case's name or in the recorded cause.
 * `day` counts from the instant the execution starts.
 */
export const RESTORED_INPUTS: Readonly<Record<string, unknown>> = {};
