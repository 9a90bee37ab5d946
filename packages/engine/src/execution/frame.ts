import type { Json, JsonObject } from "../json.ts";

/** What a state is failing with; a Fail state may name neither. */
export interface Failure {
  readonly error?: string;
  readonly cause?: string;
}

/** One item a Map or branch a Parallel will begin. */
export interface ChildPlan {
  readonly scope: string;
  readonly input: Json;
  /** The item of a Map. */
  readonly item?: { readonly index: number; readonly value: Json };
}

/** What a task waits by: instants in milliseconds since the epoch, `heartbeatSeconds` to set the next one. */
export interface TaskWait {
  readonly payload: Json;
  readonly token?: string;
  readonly timeoutAt?: number;
  readonly heartbeatAt?: number;
  readonly heartbeatSeconds?: number;
}

/**
 * Where a frame is in its state. `ready`, `succeeded` and `failed` are for the engine to go on with;
 * the others wait for an integration, a token, a clock, or the frames below.
 */
export type Phase =
  | { readonly is: "ready" }
  | { readonly is: "succeeded"; readonly result: Json }
  | { readonly is: "failed"; readonly failure: Failure }
  | ({ readonly is: "invoking" } & TaskWait)
  | ({ readonly is: "waiting" } & TaskWait)
  | { readonly is: "sleeping"; readonly until: number; readonly result: Json }
  | { readonly is: "backoff"; readonly until: number }
  | { readonly is: "branching"; readonly children: readonly ChildPlan[]; readonly concurrency: number }
  | { readonly is: "done"; readonly output: Json };

/** One thread of an execution: the machine itself, a branch, an iteration. Plain JSON; replaced, never changed. */
export interface Frame {
  readonly id: number;
  /** Absent in the frame of the machine itself. */
  readonly parent?: number;
  /** Place among the frames of the same parent. */
  readonly index: number;
  readonly scope: string;
  readonly item?: ChildPlan["item"];
  /** Variables assigned in this scope; those of the frames above are seen too. */
  readonly variables: JsonObject;
  readonly state: string;
  readonly input: Json;
  /** When the state was entered, and the id of that event; absent until it has been. */
  readonly entered?: { readonly at: number; readonly event: number };
  /** Attempts used of each retrier. */
  readonly retries: readonly number[];
  /** Grows with everything the frame waits for, so that a late answer is told from a current one. */
  readonly serial: number;
  /** Last event of this thread. */
  readonly lastEvent: number;
  readonly phase: Phase;
}

/** Phases the engine goes on with by itself. */
export function isReady(frame: Frame): boolean {
  return frame.phase.is === "ready" || frame.phase.is === "succeeded" || frame.phase.is === "failed";
}
