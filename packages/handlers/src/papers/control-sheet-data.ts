import type { EventBatch } from "@motcua/dossier";
import type { ControlSheetData } from "@motcua/papers";
import type { Ports } from "../ports/index.ts";
import type { SideNames } from "./actor-side.ts";
import { dossierPaper, handedIn, limitOf, type PaperOrder, unitName } from "./dossier-paper.ts";
import { handovers } from "./handovers.ts";

/** Form 06 of a dossier, from its log. */
export function controlSheetData(ports: Ports, order: PaperOrder, { batches, names }: { readonly batches: readonly EventBatch[]; readonly names: SideNames }): ControlSheetData {
  const { stored: { state, personal }, procedure } = order;
  const { acceptedAt = state.submittedAt, due, firstDue = due } = state;
  return {
    ...dossierPaper(ports, order, state.receivingUnit),
    competentUnit: unitName(ports, state.competentUnit),
    documents: handedIn(procedure, state, personal?.form).documents,
    limit: limitOf(ports, procedure, state),
    acceptedAt,
    ...(firstDue === undefined ? {} : { due: firstDue }),
    ...(due === undefined || due === firstDue ? {} : { movedTo: due }),
    handovers: handovers(batches, names),
  };
}
