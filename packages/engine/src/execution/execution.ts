import type { Machine } from "../definition/machine.ts";
import type { Json } from "../json.ts";
import type { Frame } from "./frame.ts";
import type { HistoryEvent } from "./history-event.ts";

/** How an execution stands. */
export type ExecutionStatus = "RUNNING" | "SUCCEEDED" | "FAILED" | "TIMED_OUT" | "ABORTED";

/** What does not change of an execution. Instants are milliseconds since the epoch. */
export interface Origin {
  readonly arn: string;
  readonly name: string;
  readonly machineArn: string;
  readonly machineName: string;
  readonly revision: string;
  /** JSON text as it was given. */
  readonly input: string;
  readonly startedAt: number;
}

/** What changes of an execution besides its frames. */
export interface Head {
  readonly status: ExecutionStatus;
  readonly nextFrame: number;
  /** How many events there have been, kept or not. */
  readonly events: number;
  /** State entries and retries: what AWS bills. */
  readonly transitions: number;
  readonly stoppedAt?: number;
  /** JSON text. */
  readonly output?: string;
  readonly error?: string;
  readonly cause?: string;
}

/** One saved step of an execution: what it replaces, removes and adds. */
export interface Change {
  readonly head: Head;
  readonly frames?: readonly Frame[];
  readonly removed?: readonly number[];
  readonly events?: readonly HistoryEvent[];
}

/** An execution in memory: the fold of its changes. */
export interface Execution {
  readonly origin: Origin;
  readonly input: Json;
  readonly machine: Machine;
  head: Head;
  readonly frames: Map<number, Frame>;
  readonly events: HistoryEvent[];
}

/** An execution before its first change. */
export function newExecution(origin: Origin, machine: Machine): Execution {
  return { origin, input: JSON.parse(origin.input) as Json, machine, head: { status: "RUNNING", nextFrame: 0, events: 0, transitions: 0 }, frames: new Map(), events: [] };
}

/** Folds a change into an execution. */
export function applyChange(execution: Execution, change: Change): void {
  execution.head = change.head;
  for (const id of change.removed ?? []) execution.frames.delete(id);
  for (const frame of change.frames ?? []) execution.frames.set(frame.id, frame);
  execution.events.push(...(change.events ?? []));
}

/** An execution as one change, for a store that begins anew. */
export function asOneChange({ head, frames, events }: Execution): Change {
  return { head, frames: [...frames.values()], events: [...events] };
}

/** The frame the engine goes on with: the first that is ready in the order of the tree, whatever happened when. */
export function nextReady(execution: Execution, ready: ReadonlySet<number>): Frame | undefined {
  if (ready.size <= 1) {
    const [only] = ready;
    return only === undefined ? undefined : execution.frames.get(only);
  }
  let first: { readonly frame: Frame; readonly place: readonly number[] } | undefined;
  for (const id of ready) {
    const frame = execution.frames.get(id);
    if (frame === undefined) continue;
    const place = placeOf(execution, frame);
    if (first === undefined || comesBefore(place, first.place)) first = { frame, place };
  }
  return first?.frame;
}

function placeOf(execution: Execution, frame: Frame): readonly number[] {
  const above = frame.parent === undefined ? undefined : execution.frames.get(frame.parent);
  return above === undefined ? [frame.index] : [...placeOf(execution, above), frame.index];
}

function comesBefore(left: readonly number[], right: readonly number[]): boolean {
  for (let at = 0; at < left.length; at++) {
    const [a, b] = [left[at] as number, right[at]];
    if (b === undefined) return false;
    if (a !== b) return a < b;
  }
  return true;
}
