import type { PendingCommit } from "../ports/dossier-store.ts";
import type { Ports } from "../ports/index.ts";
import { dispatch } from "./dispatch.ts";

/** A commit is given this long to be dispatched by the stream before it counts as stuck. */
const GRACE_MS = 5 * 60_000;
const PAGE = 100;

/**
 * Reads from the table which commits the orchestrator has not been brought in line with, and dispatches them again;
 * returns how many. One that fails does not hold up the others: it is logged and found again by the next run.
 */
export async function reconcile(ports: Ports): Promise<number> {
  const before = new Date(ports.clock.now().getTime() - GRACE_MS).toISOString();
  let repeated = 0;
  for (const pending of await ports.dossiers.pendingBefore(before, PAGE)) if (await repeat(ports, pending)) repeated += 1;
  return repeated;
}

async function repeat(ports: Ports, { code, seq }: PendingCommit): Promise<boolean> {
  try {
    const body = (await ports.dossiers.log(code))[seq - 1];
    if (body === undefined) throw new Error("the log does not reach that far");
    await dispatch(ports, { kind: "commit", body });
    ports.log({ level: "warn", event: "reconciled", code, seq });
    return true;
  } catch (error) {
    ports.log({ level: "error", event: "reconcile-failed", code, seq, error: error instanceof Error ? error.name : "unknown" });
    return false;
  }
}
