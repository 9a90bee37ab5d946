import type { NationalStatus } from "@motcua/procedure";
import type { EventBatch, EventBody } from "./event.ts";
import type { DossierState } from "./state.ts";

/** A change the National Public Service Portal is to be told of and has not acknowledged. */
export interface PortalChange {
  /** 1, 2, 3, … in the dossier. */
  readonly change: number;
  /** Batch of the log it came with: what is told is the dossier as it stood then. */
  readonly seq: number;
  /** The national status then. */
  readonly to: NationalStatus;
  readonly at: string;
  /** `sent`: the portal has not said yet whether it has it. `refused`: it will not take it as it is. */
  readonly state: "pending" | "sent" | "refused";
  /** The portal's own code of why it refused; names nobody. */
  readonly reason?: string;
}

/** What the portal is to know although the status stays: what is due, what was paid. */
const WITHOUT_STATUS: ReadonlySet<EventBody["type"]> = new Set(["fee-paid", "fee-waived", "fees-assessed", "extended", "limited", "redated"]);

/**
 * The changes a batch brings: one for each change of status, else one where something else that the portal shows has
 * changed. What was withdrawn before acceptance is no change: the indicators count accepted dossiers alone.
 */
export function portalChangesOf(state: DossierState, batch: Pick<EventBatch, "seq" | "at" | "events">): Pick<DossierState, "portalChanges" | "unsynced"> {
  const told = toTell(state, batch);
  if (told.length === 0) return {};
  const before = state.portalChanges ?? 0;
  const changes = told.map((to, index): PortalChange => ({ change: before + index + 1, seq: batch.seq, to, at: batch.at, state: "pending" }));
  return { portalChanges: before + told.length, unsynced: [...(state.unsynced ?? []), ...changes] };
}

function toTell(state: DossierState, { events }: Pick<EventBatch, "events">): readonly NationalStatus[] {
  if (state.nationalStatus === 7 && state.acceptedAt === undefined) return [];
  const statuses = events.flatMap((event) => (event.type === "status-changed" ? [event.to] : []));
  if (statuses.length > 0) return statuses;
  return events.some(({ type }) => WITHOUT_STATUS.has(type)) ? [state.nationalStatus] : [];
}

/** The changes left once the portal has answered one: what it has acknowledged needs no more attention, and neither does what was before it. */
export function afterAnswer(changes: readonly PortalChange[], { change, state, reason }: Pick<Extract<EventBody, { type: "status-synced" }>, "change" | "state" | "reason">): readonly PortalChange[] {
  if (state === "acknowledged") return changes.filter((each) => each.change > change);
  return changes.map((each) => {
    if (each.change !== change) return each;
    const { reason: _, ...rest } = each;
    return { ...rest, state, ...(reason === undefined ? {} : { reason }) };
  });
}
