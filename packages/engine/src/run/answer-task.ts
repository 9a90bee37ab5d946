import { stateOf } from "../definition/machine.ts";
import type { Execution } from "../execution/execution.ts";
import type { Failure, Frame, TaskWait } from "../execution/frame.ts";
import type { Json } from "../json.ts";
import type { Write } from "./next-step.ts";
import { fits } from "./data-limit.ts";
import { taskEvent } from "./task-events.ts";

/** A frame that waits for an integration or for a token's answer. */
export type TaskFrame = Frame & { readonly phase: { readonly is: "invoking" | "waiting" } & TaskWait };

/** The frame, if it waits for a task. */
export function asTask(frame: Frame | undefined): TaskFrame | undefined {
  return frame?.phase.is === "invoking" || frame?.phase.is === "waiting" ? (frame as TaskFrame) : undefined;
}

/** The resource of a frame's Task state, as the definition has it. */
export function resourceOf({ machine }: Execution, frame: Frame): string {
  return stateOf(machine, frame.scope, frame.state).Resource ?? "";
}

/** The integration has been reached; the token's answer is still to come. */
export function submitted(execution: Execution, frame: TaskFrame, output: Json): Write {
  return (draft) => {
    const next = taskEvent(draft, frame, { moment: "Submitted", resource: resourceOf(execution, frame), details: { output: JSON.stringify(output) } });
    draft.put({ ...next, phase: { ...frame.phase, is: "waiting" } });
  };
}

/** The task has its result; one that is too large fails it. */
export function succeeded(execution: Execution, frame: TaskFrame, result: Json): Write {
  const text = JSON.stringify(result);
  if (!fits(text)) {
    const cause = `The state/task '${frame.state}' returned a result with a size exceeding the maximum number of bytes service limit.`;
    return failed(execution, frame, { error: "States.DataLimitExceeded", cause });
  }
  return (draft) => {
    const next = taskEvent(draft, frame, { moment: "Succeeded", resource: resourceOf(execution, frame), details: { output: text } });
    draft.put({ ...next, serial: frame.serial + 1, phase: { is: "succeeded", result } });
  };
}

/** The task has failed. */
export function failed(execution: Execution, frame: TaskFrame, failure: Failure): Write {
  return (draft) => {
    const next = taskEvent(draft, frame, { moment: "Failed", resource: resourceOf(execution, frame), details: { error: failure.error, cause: failure.cause } });
    draft.put({ ...next, serial: frame.serial + 1, phase: { is: "failed", failure } });
  };
}

/** The task is still alive: its heartbeat's time begins again. */
export function heartbeat(frame: TaskFrame, now: number): Write {
  const { heartbeatSeconds } = frame.phase;
  return (draft) => {
    if (heartbeatSeconds !== undefined) draft.put({ ...frame, phase: { ...frame.phase, heartbeatAt: now + 1_000 * heartbeatSeconds } });
  };
}

/** What is due in a frame at an instant. */
export function due(execution: Execution, frame: Frame, now: number): Write | undefined {
  const { phase } = frame;
  if (phase.is === "sleeping" && phase.until <= now) return (draft) => void draft.put({ ...frame, phase: { is: "succeeded", result: phase.result } });
  if (phase.is === "backoff" && phase.until <= now)
    return (draft) => {
      draft.countTransition(frame.state);
      draft.put({ ...frame, phase: { is: "ready" } });
    };
  const task = asTask(frame);
  if (task === undefined) return undefined;
  if ((task.phase.timeoutAt ?? Infinity) <= now) return timedOut(execution, task, "States.Timeout");
  return (task.phase.heartbeatAt ?? Infinity) <= now ? timedOut(execution, task, "States.HeartbeatTimeout") : undefined;
}

/** When a frame's clock runs out next. */
export function dueAt({ phase }: Frame): number {
  if (phase.is === "sleeping" || phase.is === "backoff") return phase.until;
  return phase.is === "invoking" || phase.is === "waiting" ? Math.min(phase.timeoutAt ?? Infinity, phase.heartbeatAt ?? Infinity) : Infinity;
}

function timedOut(execution: Execution, frame: TaskFrame, error: string): Write {
  return (draft) => {
    const next = taskEvent(draft, frame, { moment: "TimedOut", resource: resourceOf(execution, frame), details: { error: "States.Timeout" } });
    draft.put({ ...next, serial: frame.serial + 1, phase: { is: "failed", failure: { error } } });
  };
}
