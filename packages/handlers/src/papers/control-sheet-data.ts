import { type DossierState, dutyTexts, type EventBatch } from "@motcua/dossier";
import type { ControlSheetData } from "@motcua/papers";
import { notifiedName } from "../notified-name.ts";
import type { Ports } from "../ports/index.ts";
import { holderSide, type SideNames, sideWords } from "./actor-side.ts";
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
    ...windowsOf(procedure, state, names),
    ...resultsOf(procedure, state),
  };
}

/** What was issued that is valid for a time, or that somebody is to be told of. */
function resultsOf(procedure: PaperOrder["procedure"], { results }: DossierState): Pick<ControlSheetData, "results"> {
  const printed = procedure.results.flatMap(({ id, name }) => {
    const { validUntil, duties = [], notify = [] } = results[id] ?? {};
    if (validUntil === undefined && notify.length + duties.length === 0) return [];
    return [{ name: name.vi, ...(validUntil === undefined ? {} : { validUntil }), ...(duties.length === 0 ? {} : { duties: dutyTexts(procedure, id, duties).map(({ vi }) => vi) }), ...(notify.length === 0 ? {} : { notify: notify.map((one) => notifiedName(one, procedure).vi) }) }];
  });
  return printed.length === 0 ? {} : { results: printed };
}

/** The legal windows the dossier has come to, with whose name each is late in. */
function windowsOf({ workflow }: PaperOrder["procedure"], { windows = {} }: DossierState, names: SideNames): Pick<ControlSheetData, "windows"> {
  const printed = (workflow.windows ?? []).flatMap(({ id, name, limit }) => {
    const { openedAt, due, closedAt, late, held = [] } = windows[id] ?? {};
    if (openedAt === undefined || due === undefined) return [];
    const heldBy = [...new Set(held.map((holder) => sideWords(holderSide(holder, names))))];
    return [{ name: name.vi, limit: { time: limit }, from: openedAt, due, ...(closedAt === undefined ? {} : { closedAt }), ...(late === undefined ? {} : { late }), ...(heldBy.length === 0 ? {} : { heldBy }) }];
  });
  return printed.length === 0 ? {} : { windows: printed };
}
