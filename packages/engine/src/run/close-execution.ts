import type { ExecutionStatus } from "../execution/execution.ts";
import type { Failure } from "../execution/frame.ts";
import type { Json } from "../json.ts";
import type { Draft } from "./draft.ts";

/** Closes an execution: nothing of it runs or waits any more. */
export function closeExecution(draft: Draft, status: Exclude<ExecutionStatus, "RUNNING" | "SUCCEEDED">, { error, cause }: Failure): void {
  end(draft, status, { error, cause });
  draft.head = { ...draft.head, ...(error === undefined ? {} : { error }), ...(cause === undefined ? {} : { cause }) };
}

/** Closes an execution with its output. */
export function succeedExecution(draft: Draft, output: Json): void {
  const text = JSON.stringify(output);
  end(draft, "SUCCEEDED", { output: text });
  draft.head = { ...draft.head, output: text };
}

const EVENTS: Readonly<Record<Exclude<ExecutionStatus, "RUNNING">, string>> = {
  SUCCEEDED: "ExecutionSucceeded",
  FAILED: "ExecutionFailed",
  TIMED_OUT: "ExecutionTimedOut",
  ABORTED: "ExecutionAborted",
};

function end(draft: Draft, status: Exclude<ExecutionStatus, "RUNNING">, details: Readonly<Record<string, Json | undefined>>): void {
  const root = draft.frames().find((frame) => frame.parent === undefined);
  draft.write(root?.lastEvent ?? 0, EVENTS[status], details);
  for (const frame of draft.frames()) draft.remove(frame.id);
  draft.head = { ...draft.head, status, stoppedAt: draft.now };
}
