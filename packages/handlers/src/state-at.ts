import type { DossierState, EventBatch } from "@motcua/dossier";
import { fold } from "@motcua/dossier";
import type { DossierStore } from "./ports/dossier-store.ts";

/** A dossier's log as batches, in order; empty when there is no such dossier. */
export async function batchesOf(store: DossierStore, code: string): Promise<readonly EventBatch[]> {
  return (await store.log(code)).map((body) => JSON.parse(body) as EventBatch);
}

/** A dossier as it stood right after a batch, folded from its log; `undefined` when the log does not reach that far. */
export async function stateAt(store: DossierStore, code: string, seq: number): Promise<DossierState | undefined> {
  const batches = (await batchesOf(store, code)).slice(0, seq);
  return batches.length < seq ? undefined : fold(batches);
}
