import type { EventBody } from "@motcua/dossier";
import type { ExtensionData } from "@motcua/papers";
import type { Ports } from "../ports/index.ts";
import { unitName } from "./dossier-paper.ts";
import { noticePaper, type NoticeOrder } from "./notice-paper.ts";

type Extended = Extract<EventBody, { type: "extended" }>;

/** Why a date is moved where no text says it: none was written, or it was erased lawfully. */
const WHY: Readonly<Record<Extended["why"], string>> = {
  verification: "Hồ sơ phải được xác minh, lấy ý kiến của cơ quan khác theo quy định của thủ tục.",
  apology: "(nội dung không còn lưu)",
};

/** Form 04 of an extension. */
export function extensionData(ports: Ports, order: NoticeOrder, event: Extended): ExtensionData {
  const { stored: { state, personal }, place: { batch, index }, procedure, names } = order;
  // What the procedure itself extends is approved by nobody: whoever heads the unit signs on paper.
  const signer = event.why === "apology" ? names.people.get(batch.actor.id) : undefined;
  const step = procedure.workflow.steps[event.step]?.name.vi;
  return {
    ...noticePaper(ports, order, state.competentUnit),
    dueAfter: event.due.after,
    reason: personal?.notes[`${batch.seq}/${index}`] ?? WHY[event.why],
    receivingUnit: unitName(ports, state.receivingUnit),
    ...(state.acceptedAt === undefined ? {} : { acceptedAt: state.acceptedAt }),
    ...(state.firstDue === undefined ? {} : { firstDue: state.firstDue }),
    ...(event.due.before === undefined ? {} : { dueBefore: event.due.before }),
    ...(step === undefined ? {} : { step }),
    ...(signer === undefined ? {} : { signer }),
  };
}
