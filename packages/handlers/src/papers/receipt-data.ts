import type { DossierState } from "@motcua/dossier";
import type { Acceptance, ReceiptData, Tracking } from "@motcua/papers";
import { pinnedModule } from "../pinned-module.ts";
import type { StoredDossier } from "../ports/dossier-store.ts";
import type { Ports } from "../ports/index.ts";
import { batchesOf } from "../state-at.ts";
import { dossierPaper, handedIn, limitOf, type PaperContext } from "./dossier-paper.ts";

/** Form 01 of a dossier: what the definition it is pinned to, its state and the personal record say. */
export async function receiptData(ports: Ports, stored: StoredDossier, context: PaperContext): Promise<ReceiptData> {
  const { state } = stored;
  const [{ procedure }, acceptance] = await Promise.all([pinnedModule(ports, state), acceptanceOf(ports, state)]);
  const paper = dossierPaper(ports, { stored, procedure, context }, state.receivingUnit);
  return {
    ...paper,
    tracking: provable(paper.tracking, stored.lastHash),
    channel: state.channel,
    ...handedIn(procedure, state, stored.personal?.form),
    limit: limitOf(ports, procedure, state),
    ...(acceptance === undefined ? {} : { acceptance }),
    ...(state.phase === "submitted" && state.acceptanceDue !== undefined ? { acceptanceDue: state.acceptanceDue } : {}),
    resultBy: state.resultBy,
  };
}

/** The paper carries the hash of the log it was printed from; a QR code that opens the dossier leads to that hash on the page. */
function provable(tracking: Tracking, hash: string): Tracking {
  return { ...tracking, hash, ...(tracking.secret ? { qr: `${tracking.qr}#h=${hash}` } : {}) };
}

/** The first due date is what was promised; one that was moved later stands beside it. */
async function acceptanceOf(ports: Ports, state: DossierState): Promise<Acceptance | undefined> {
  if (state.acceptedAt === undefined) return undefined;
  const { acceptedAt, due, firstDue = due } = state;
  const officer = await acceptingOfficer(ports, state.code);
  return {
    at: acceptedAt,
    ...(firstDue === undefined ? {} : { due: firstDue }),
    ...(due === undefined || due === firstDue ? {} : { movedTo: due }),
    ...(officer === undefined ? {} : { officer }),
  };
}

async function acceptingOfficer(ports: Ports, code: string): Promise<string | undefined> {
  const batches = await batchesOf(ports.dossiers, code);
  const actor = batches.findLast(({ events }) => events.some(({ type }) => type === "accepted"))?.actor;
  return actor?.kind === "officer" ? ports.people.name(actor.id) : undefined;
}
