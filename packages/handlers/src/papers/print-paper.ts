import type { EventBatch, EventBody } from "@motcua/dossier";
import type * as papers from "@motcua/papers";
import type { Ports } from "../ports/index.ts";
import type { StoredDossier } from "../ports/dossier-store.ts";
import { pinnedModule } from "../pinned-module.ts";
import { controlSheetData } from "./control-sheet-data.ts";
import type { PaperContext } from "./dossier-paper.ts";
import { extensionData } from "./extension-data.ts";
import type { NoticeOrder } from "./notice-paper.ts";
import type { PaperForm, PaperPlace } from "./paper-forms.ts";
import { receiptData } from "./receipt-data.ts";
import { refusalData } from "./refusal-data.ts";
import { stopNoticeData } from "./stop-notice-data.ts";
import { supplementRequestData } from "./supplement-request-data.ts";

/** A paper of a dossier's log to print. */
export interface PrintOrder {
  readonly stored: StoredDossier;
  readonly batches: readonly EventBatch[];
  readonly place: PaperPlace;
  readonly context: PaperContext;
}

type Papers = typeof papers;
type Print = (order: NoticeOrder & Pick<PrintOrder, "batches">, ports: Ports, forms: Papers) => Promise<Uint8Array>;

/** How each form is printed. */
const PRINT: Readonly<Record<PaperForm, Print>> = {
  "01": async ({ stored, context }, ports, { renderReceipt }) => renderReceipt(await receiptData(ports, stored, context)),
  "02": (order, ports, { renderSupplementRequest }) => renderSupplementRequest(supplementRequestData(ports, order, eventOf(order, "supplement-requested"))),
  "03": (order, ports, { renderRefusal }) => renderRefusal(refusalData(ports, order)),
  "04": (order, ports, { renderExtension }) => renderExtension(extensionData(ports, order, eventOf(order, "extended"))),
  "05": (order, ports, { renderStopNotice }) => renderStopNotice(stopNoticeData(ports, order)),
  "06": (order, ports, { renderControlSheet }) => renderControlSheet(controlSheetData(ports, order, order)),
};

/** A paper as PDF. */
export async function printPaper(ports: Ports, { stored, batches, place, context }: PrintOrder): Promise<Uint8Array> {
  const [{ procedure }, people] = await Promise.all([pinnedModule(ports, stored.state), peopleIn(ports, batches)]);
  // Loaded when first needed: the fonts and the PDF writer are the heaviest of all that functions carry.
  const loaded = await import("@motcua/papers");
  return PRINT[place.form]({ stored, procedure, context, place, batches, names: { ports, procedure, people } }, ports, loaded);
}

/** Names of the officers a log names by `sub`. */
async function peopleIn({ people }: Ports, batches: readonly EventBatch[]): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(batches.flatMap(({ actor }) => (actor.kind === "officer" ? [actor.id] : [])))];
  const names = await Promise.all(ids.map((id) => people.name(id)));
  return new Map(ids.flatMap((id, index) => (names[index] === undefined ? [] : [[id, names[index]] as const])));
}

/** @throws RangeError when the place is of another form */
function eventOf<Type extends EventBody["type"]>({ place: { batch, index } }: NoticeOrder, type: Type): Extract<EventBody, { type: Type }> {
  const event = batch.events[index];
  if (event?.type !== type) throw new RangeError(`event ${batch.seq}/${index} is no ${type}`);
  return event as Extract<EventBody, { type: Type }>;
}
