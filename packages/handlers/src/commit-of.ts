import type { Actor, Decision, DossierState, EventBatch, EventBody } from "@motcua/dossier";
import { batchHash, canonicalBatch, evolve, nextMark } from "@motcua/dossier";
import { localDay } from "./local-day.ts";
import type { Commit } from "./ports/dossier-store.ts";
import { syncChange } from "./sync-change.ts";

/** Where a chain stands before a command: nothing yet for a submission. */
export interface Before {
  readonly state: DossierState | undefined;
  readonly lastHash: string;
  readonly lastAt?: string;
}

/** What a batch says of the command that led to it. */
export interface CommandOrigin {
  readonly type: string;
  readonly actor: Actor;
  /** ISO 8601 instant. */
  readonly at: string;
}

/** The writes a decision leads to, without its idempotency key. */
export function commitOf(before: Before, command: CommandOrigin, decided: { readonly code: string; readonly decision: Decision }): Commit {
  const { code, decision } = decided;
  const batch: EventBatch = {
    code,
    seq: (before.state?.seq ?? 0) + 1,
    at: command.at,
    actor: command.actor,
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
    ...firstOnDay(before.lastAt, command.at),
    ...markChange(before.state, state),
    ...openChange(before.state, state),
    ...syncChange(before.state, state, command.at),
  };
}

/** The sweep finds a dossier by its next mark; written only where it changes. */
function markChange(before: DossierState | undefined, state: DossierState): Pick<Commit, "nextMark"> {
  const at = nextMark(state)?.at;
  if (at === (before === undefined ? undefined : nextMark(before)?.at)) return {};
  return { nextMark: at === undefined ? {} : { at } };
}

/** Found among the open ones of its unit from the submission to the end. */
function openChange(before: DossierState | undefined, { endedAt, competentUnit: unit, submittedAt }: DossierState): Pick<Commit, "open"> {
  const [was, is] = [before !== undefined && before.endedAt === undefined, endedAt === undefined];
  if (was === is) return {};
  return { open: is ? { item: { unit, submittedAt } } : {} };
}

/** One batch a day is enough to find the dossier again. */
function firstOnDay(before: string | undefined, at: string): { readonly firstOnDay?: string } {
  const day = localDay(new Date(at));
  return before !== undefined && localDay(new Date(before)) === day ? {} : { firstOnDay: day };
}

/** Whether an execution has to be started, stopped or answered for an event. */
export function concernsOrchestrator(event: EventBody): boolean {
  return event.type === "generation-started" || event.type === "step-done" || (event.type === "generation-ended" && event.why !== "completed");
}
