import { evolve, type DossierState, type EventBatch } from "@motcua/dossier";

/** A dossier as it stood after a batch. */
export interface StateAfter {
  readonly batch: EventBatch;
  readonly state: DossierState;
}

/** A dossier after each batch of its log, in one pass. */
export function statesAfter(batches: readonly EventBatch[]): readonly StateAfter[] {
  let state: DossierState | undefined;
  return batches.map((batch) => {
    state = evolve(state, batch);
    return { batch, state };
  });
}
