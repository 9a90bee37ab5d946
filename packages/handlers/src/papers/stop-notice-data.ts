import type { ReceivedDocument, StopNoticeData } from "@motcua/papers";
import type { Ports } from "../ports/index.ts";
import { actorSide, sideWords } from "./actor-side.ts";
import { handedIn, unitName } from "./dossier-paper.ts";
import { noteOn, noticePaper, type NoticeOrder, stepOf } from "./notice-paper.ts";

/** Form 05 of a stop, or of a withdrawal after acceptance. */
export function stopNoticeData(ports: Ports, order: NoticeOrder): StopNoticeData {
  const { stored: { state, personal }, procedure, place, names } = order;
  const event = place.batch.events[place.index];
  const silent = event?.type === "withdrawn" && event.reasonHash === undefined;
  const { documents, fees } = handedIn(procedure, state, personal?.form);
  const [step, { acceptedAt, due }] = [stepOf(order), state];
  return {
    ...noticePaper(ports, order, state.competentUnit),
    reason: silent ? "Theo đề nghị của người nộp hồ sơ." : noteOn(order),
    askedBy: sideWords(actorSide(place.batch.actor, names)),
    returned: documents.flatMap(({ electronic, ...paper }) => (isOnPaper({ ...paper, ...(electronic === undefined ? {} : { electronic }) }) ? [paper] : [])),
    fees,
    receivingUnit: unitName(ports, state.receivingUnit),
    ...(acceptedAt === undefined ? {} : { acceptedAt }),
    ...(due === undefined ? {} : { due }),
    ...(step === undefined ? {} : { step }),
  };
}

/** Whether the unit holds a paper that somebody wants back: what was only shown went back already, and sets of a file are no paper. */
function isOnPaper({ original = 0, copy = 0, sets = 0, presented, retrieved, electronic }: ReceivedDocument): boolean {
  return original + copy + (electronic === true ? 0 : sets) > 0 && presented !== true && retrieved !== true;
}
