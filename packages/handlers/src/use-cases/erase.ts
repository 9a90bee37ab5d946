import type { Actor, DossierState, ErasureReason, EventBatch, EventBody } from "@motcua/dossier";
import type { Result } from "@motcua/procedure";
import { ok, refused } from "@motcua/procedure";
import { commitOf } from "../commit-of.ts";
import { localInstant } from "../local-day.ts";
import type { Ports } from "../ports/index.ts";
import { problem } from "../problem-table.ts";
import { batchesOf } from "../state-at.ts";

/** An erasure the law asks for. None of its texts names a citizen. */
export interface Erasure {
  readonly code: string;
  /** Number and date of the decision it rests on. */
  readonly basis: string;
  /** The provision of the law. */
  readonly law: string;
  readonly reason: ErasureReason;
  readonly actor: Actor;
}

/**
 * Removes a dossier's personal record with its salt, and the files handed in. The log stays as it is and says that it
 * was done: the hashes in it then belong to nothing anybody could find. Repeating it finishes what was begun.
 * @see Law 91/2025/QH15 on personal data protection
 */
export async function erase(ports: Ports, { code, basis, law, reason, actor }: Erasure): Promise<Result<{ readonly state: DossierState }>> {
  const stored = await ports.dossiers.load(code);
  if (stored === undefined) return refused(problem("not-found"));
  if (stored.state.endedAt === undefined) return refused(problem("not-ended-yet"));
  if (stored.personal === undefined) return removeFiles(ports, stored.state);
  const events: readonly EventBody[] = [{ type: "personal-erased", basis, law, reason }];
  const writes = commitOf(stored, { type: "erase", actor, at: localInstant(ports.clock.now()) }, { code, decision: { events } });
  const outcome = await ports.dossiers.commit({ ...writes, erasesPersonal: true });
  if (outcome.kind !== "committed") return refused(problem("busy"));
  ports.log({ level: "info", event: "committed", code, seq: writes.batch.seq, command: "erase" });
  return removeFiles(ports, writes.state);
}

async function removeFiles(ports: Ports, state: DossierState): Promise<Result<{ readonly state: DossierState }>> {
  const keys = new Set((await batchesOf(ports.dossiers, state.code)).flatMap(fileKeys));
  for (const key of keys) await ports.files.remove(key);
  return ok({ state });
}

function fileKeys({ events }: EventBatch): readonly string[] {
  return events.flatMap((event) => ("documents" in event ? (event.documents ?? []).flatMap(({ files = [] }) => files.map(({ key }) => key)) : []));
}
