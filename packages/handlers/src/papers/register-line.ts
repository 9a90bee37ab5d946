import type { DossierState } from "@motcua/dossier";
import type { RegisterLine } from "@motcua/papers";
import { pinnedModule } from "../pinned-module.ts";
import type { StoredDossier } from "../ports/dossier-store.ts";
import type { Ports } from "../ports/index.ts";
import { STATUS_NAMES } from "../status-names.ts";
import { dossierPaper, handedIn, unitName } from "./dossier-paper.ts";

const RESULT_BY: Readonly<Record<DossierState["resultBy"], string>> = { counter: "nhận tại quầy", post: "nhận qua bưu chính", online: "nhận trực tuyến" };

/** A dossier as form 07 lists it at an instant. */
export async function registerLine(ports: Ports, stored: StoredDossier, now: Date): Promise<RegisterLine> {
  const { state } = stored;
  const { procedure } = await pinnedModule(ports, state);
  const { owner } = dossierPaper(ports, { stored, procedure, context: {} }, state.receivingUnit);
  const contact = [owner.address, owner.phone].filter((part) => part !== undefined).join("; ");
  return {
    code: state.code,
    content: procedure.name.vi,
    sets: handedIn(procedure, state, undefined).sets,
    competentUnit: unitName(ports, state.competentUnit),
    receivedAt: state.acceptedAt ?? state.submittedAt,
    channel: state.channel,
    resultBy: RESULT_BY[state.resultBy],
    note: noteOf(state, now),
    ...(owner.name === undefined ? {} : { owner: owner.name }),
    ...(contact === "" ? {} : { contact }),
    ...(state.due === undefined ? {} : { due: state.due }),
    ...(state.phase === "returned" && state.endedAt !== undefined ? { returnedAt: state.endedAt } : {}),
  };
}

/** Where it stands, and whether it went past the date that holds. */
function noteOf({ nationalStatus, due, finishedAt, endedAt }: DossierState, now: Date): string {
  const end = finishedAt ?? endedAt ?? now.toISOString();
  const late = due !== undefined && Date.parse(end) > Date.parse(due);
  return `${STATUS_NAMES[nationalStatus].vi}${late ? "; quá hạn" : ""}`;
}
