import { stateOf } from "../definition/machine.ts";
import type { Machine } from "../definition/machine.ts";
import type { Failure, Frame } from "../execution/frame.ts";
import type { Json } from "../json.ts";
import { closeExecution, succeedExecution } from "./close-execution.ts";
import type { Draft } from "./draft.ts";

/** Starts as many of a frame's children as may run; gives the frame its result when all are done. */
export function continueBranching(draft: Draft, machine: Machine, parent: Frame): void {
  if (parent.phase.is !== "branching") return;
  const { children, concurrency } = parent.phase;
  const begun = draft.childrenOf(parent.id);
  const running = begun.filter(({ phase }) => phase.is !== "done").length;
  if (running === 0 && begun.length === children.length) {
    const kind = stateOf(machine, parent.scope, parent.state).Type;
    const results = begun.map(({ phase }) => (phase.is === "done" ? phase.output : null));
    for (const child of begun) draft.remove(child.id);
    draft.event({ ...parent, phase: { is: "succeeded", result: results } }, `${kind}StateSucceeded`);
    return;
  }
  const last = Math.min(children.length, begun.length + concurrency - running);
  for (let index = begun.length; index < last; index++) startChild(draft, machine, { parent, index });
}

function startChild(draft: Draft, machine: Machine, { parent, index }: { readonly parent: Frame; readonly index: number }): void {
  const plan = parent.phase.is === "branching" ? parent.phase.children[index] : undefined;
  if (plan === undefined) return;
  const state = machine.tables.get(plan.scope)?.StartAt ?? "";
  const { scope, input, item } = plan;
  const child: Frame = {
    id: draft.newFrameId(),
    parent: parent.id,
    index,
    scope,
    ...(item === undefined ? {} : { item }),
    variables: {},
    state,
    input,
    retries: [],
    serial: 0,
    lastEvent: parent.lastEvent,
    phase: { is: "ready" },
  };
  if (item === undefined) draft.put(child);
  else draft.event(child, "MapIterationStarted", { name: parent.state, index });
}

/** Ends a thread with its output: the execution, or one child of a frame that waits for all of them. */
export function endThread(draft: Draft, machine: Machine, { frame, output }: { readonly frame: Frame; readonly output: Json }): void {
  const parent = frame.parent === undefined ? undefined : draft.frame(frame.parent);
  if (parent === undefined) {
    draft.put(frame);
    succeedExecution(draft, output);
    return;
  }
  const done: Frame = draft.put({ ...frame, phase: { is: "done", output } });
  if (frame.item !== undefined) draft.event(done, "MapIterationSucceeded", { name: parent.state, index: frame.index });
  continueBranching(draft, machine, parent);
}

/** Ends a thread with a failure: the execution, or the frame above, whose other children are given up. */
export function failThread(draft: Draft, machine: Machine, { frame, failure }: { readonly frame: Frame; readonly failure: Failure }): void {
  const parent = frame.parent === undefined ? undefined : draft.frame(frame.parent);
  if (parent === undefined) {
    draft.put(frame);
    // Outside of Retry and Catch AWS knows one kind of timeout.
    closeExecution(draft, "FAILED", failure.error === "States.HeartbeatTimeout" ? { ...failure, error: "States.Timeout" } : failure);
    return;
  }
  if (frame.item !== undefined) draft.event(frame, "MapIterationFailed", { name: parent.state, index: frame.index });
  draft.remove(frame.id);
  for (const sibling of draft.childrenOf(parent.id)) abort(draft, machine, { frame: sibling, name: parent.state });
  const kind = stateOf(machine, parent.scope, parent.state).Type;
  draft.event({ ...parent, phase: { is: "failed", failure } }, `${kind}StateFailed`);
}

/** Gives up a frame and all below it; `name` is the state of the frame above. */
function abort(draft: Draft, machine: Machine, { frame, name }: { readonly frame: Frame; readonly name: string }): void {
  for (const child of draft.childrenOf(frame.id)) abort(draft, machine, { frame: child, name: frame.state });
  if (frame.phase.is !== "done") {
    const aborted = frame.entered === undefined ? frame : draft.event(frame, `${stateOf(machine, frame.scope, frame.state).Type}StateAborted`);
    if (frame.item !== undefined) draft.event(aborted, "MapIterationAborted", { name, index: frame.index });
  }
  draft.remove(frame.id);
}
