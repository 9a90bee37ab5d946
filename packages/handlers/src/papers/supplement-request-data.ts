import { declaredId, documentName, type EventBody } from "@motcua/dossier";
import type { PaperDefect, SupplementRequestData } from "@motcua/papers";
import type { Procedure } from "@motcua/procedure";
import type { Ports } from "../ports/index.ts";
import { noteOn, noticePaper, type NoticeOrder } from "./notice-paper.ts";

type Requested = Extract<EventBody, { type: "supplement-requested" }>;

/** Form 02 of a supplement request: a line of its text for each defect, and one more for the reason of a further request. */
export function supplementRequestData(ports: Ports, order: NoticeOrder, event: Requested): SupplementRequestData {
  const { state } = order.stored;
  const { batch } = order.place;
  const lines = noteOn(order).split("\n");
  const reason = lines.length > event.defects.length ? lines.slice(event.defects.length).join("\n") : undefined;
  const accepted = state.acceptedAt !== undefined && Date.parse(state.acceptedAt) <= Date.parse(batch.at);
  return {
    ...noticePaper(ports, order, batch.actor.unit ?? state.receivingUnit),
    ordinal: event.number,
    defects: event.defects.map(({ document }, index) => ({ ...asked(order.procedure, document, order.stored.personal?.form), text: lines[index] ?? lines[0] ?? "" })),
    ...(accepted && state.acceptedAt !== undefined ? { acceptedAt: state.acceptedAt } : {}),
    ...(reason === undefined ? {} : { overLimitReason: reason }),
    ...(event.respondBy === undefined ? {} : { respondBy: event.respondBy }),
  };
}

/** A document as the procedure asks for it; what was not written on paper is given as a file. */
function asked(procedure: Procedure, id: string | undefined, form: unknown): Omit<PaperDefect, "text"> {
  if (id === undefined) return {};
  const found = procedure.documents.find((document) => document.id === declaredId(id));
  const { original = 0, copy = 0 } = found?.copies ?? {};
  return { document: documentName(procedure, id, form).vi, original, copy, electronic: original + copy === 0 };
}
