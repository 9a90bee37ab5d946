import type { RefusalData } from "@motcua/papers";
import type { Ports } from "../ports/index.ts";
import { noteOn, noticePaper, type NoticeOrder } from "./notice-paper.ts";

/** Form 03 of a refusal. */
export function refusalData(ports: Ports, order: NoticeOrder): RefusalData {
  const { state } = order.stored;
  return { ...noticePaper(ports, order, state.receivingUnit), channel: state.channel, reason: noteOn(order) };
}
