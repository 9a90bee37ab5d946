import type { EventBatch, EventBody, OpenedTask } from "../event.ts";
import { holderOf, type Holder } from "../mark-lateness.ts";
import { SUPPLEMENT_STEP } from "../supplement-task.ts";

/** A time during which somebody held a dossier: an officer's role, a consulted unit, the applicant, a system or the law's clock. */
export interface HeldTime extends Holder {
  readonly from: string;
  /** When it was done or taken away; the end of the period where it is held still. */
  readonly until: string;
  /** Whether it was done after the step's own due time. */
  readonly late: boolean;
}

/** Who held a dossier, from when until when, in the order the times began. Several hold it at once inside a fork or a consultation. */
export function heldTimes(batches: readonly EventBatch[], until: string): readonly HeldTime[] {
  const open = new Map<string, number>();
  const times: HeldTime[] = [];
  let awaited = false;
  const close = (task: string, at: string, late: boolean) => {
    const index = open.get(task);
    const time = index === undefined ? undefined : times[index];
    if (index === undefined || time === undefined) return;
    times[index] = { ...time, until: at, late };
    open.delete(task);
  };
  for (const { at, events } of batches) {
    for (const event of events) {
      if (event.type === "task-opened" && event.task.step !== SUPPLEMENT_STEP) open.set(event.task.id, times.push(begun(event.task, until)) - 1);
      if (event.type === "task-done") close(event.task, at, event.late);
      if (event.type === "task-cancelled") close(event.task, at, false);
      // The applicant holds it from the request on, whether or not a window was set.
      if (event.type === "supplement-requested" || (event.type === "withdrawal-revoked" && awaited)) open.set(SUPPLEMENT_STEP, times.push({ who: "applicant", step: SUPPLEMENT_STEP, from: at, until, late: false }) - 1);
      if (ENDS_SUPPLEMENT.has(event.type)) close(SUPPLEMENT_STEP, at, false);
      if (event.type === "supplement-requested" || event.type === "supplemented") awaited = event.type === "supplement-requested";
    }
  }
  return times;
}

const ENDS_SUPPLEMENT: ReadonlySet<EventBody["type"]> = new Set(["supplemented", "refused", "stopped", "withdrawn"]);

function begun(task: OpenedTask, until: string): HeldTime {
  return { ...holderOf(task), from: task.openedAt, until, late: false };
}
