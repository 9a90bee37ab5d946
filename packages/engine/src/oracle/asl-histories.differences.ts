/** Recorded executions the engine does not repeat, and why. The test refuses an entry that passes. */
export const DIFFERENCES: Readonly<Record<string, string>> = {};

/** Half a day after the instant at which the test's executions start. */
const LATER = "2026-03-02T13:00:00";

/**
 * Inputs whose values the recorder replaced by a word, restored: what they were is in the case's name, or in the recorded
 * cause. Without them a wait would be asked to wait for the word "date".
 */
export const RESTORED_INPUTS: Readonly<Record<string, unknown>> = {
  "TestBaseScenarios::test_wait_timestamp_path[NANOSECONDS]/get_execution_history": { TimestampValue: "2016-12-05T21:29:29.243167252Z" },
  "TestBaseScenarios::test_wait_timestamp_path[NO_Z]/get_execution_history": { TimestampValue: "2016-12-05T21:29:29" },
  "TestBaseScenarios::test_wait_timestamp_path[INVALID_DATE]/get_execution_history": { TimestampValue: "2016-13-05T21:29:29Z" },
  "TestBaseScenarios::test_wait_timestamp_path[INVALID_ISO]/get_execution_history": { TimestampValue: "05-12-2016T21:29:29Z" },
  "TestBaseScenarios::test_wait_timestamp_jsonata/get_execution_history": { TimestampValue: "2016-12-05T21:29:29Z" },
  "TestBaseScenarios::test_wait_timestamp_jsonata[SECONDS]/get_execution_history": { TimestampValue: "2016-12-05T21:29:29Z" },
  "TestBaseScenarios::test_wait_timestamp_jsonata[NO_T]/get_execution_history": { TimestampValue: "2016-12-05 21:29:29Z" },
  "TestBaseScenarios::test_wait_timestamp_jsonata[INVALID_DATE]/get_execution_history": { TimestampValue: "2016-13-05T21:29:29Z" },
  "TestBaseScenarios::test_wait_timestamp_jsonata[INVALID_ISO]/get_execution_history": { TimestampValue: "05-12-2016T21:29:29Z" },
  "TestSfnWait::test_timestamp_too_far_in_future_boundary[24856]/get_execution_history": { start_at: new Date(Date.parse(`${LATER}Z`) + 24_856 * 86_400_000).toISOString() },
  "TestSfnWait::test_wait_timestamppath[Z]/get_execution_history": { start_at: `${LATER}Z` },
  "TestSfnWait::test_wait_timestamppath[]/get_execution_history": { start_at: LATER },
};
