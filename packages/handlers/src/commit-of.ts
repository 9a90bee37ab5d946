import type { Actor, Command, Decision, DossierState, EventBatch, EventBody } from "@motcua/dossier";
import { batchHash, canonicalBatch, evolve } from "@motcua/dossier";
import type { Commit } from "./ports/dossier-store.ts";

/** Where a chain stands before a command: nothing yet for a submission. */
export interface Before {
  readonly state: DossierState | undefined;
  readonly lastHash: string;
}

/** The writes a decision leads to, without its idempotency key. */
export function commitOf(before: Before, command: Command, decided: { readonly code: string; readonly decision: Decision }): Commit {
  const { code, decision } = decided;
  const batch: EventBatch = {
    code,
    seq: (before.state?.seq ?? 0) + 1,
    at: command.at,
    actor: command.actor satisfies Actor,
    command: command.type,
    events: decision.events,
    previous: before.lastHash,
  };
  const body = canonicalBatch(batch);
  const state = evolve(before.state, batch);
  const was = before.state?.tasks ?? {};
  return {
    batch,
    body,
    hash: batchHash(body),
    state,
    ...(decision.personal === undefined ? {} : { personal: decision.personal }),
    opened: Object.values(state.tasks).filter((task) => was[task.id] === undefined),
    closed: Object.keys(was).filter((id) => state.tasks[id] === undefined),
    pending: decision.events.some(concernsOrchestrator),
  };
}

/** Whether an execution has to be started, stopped or answered for an event. */
export function concernsOrchestrator(event: EventBody): boolean {
  return event.type === "generation-started" || event.type === "step-done" || (event.type === "generation-ended" && event.why !== "completed");
}
