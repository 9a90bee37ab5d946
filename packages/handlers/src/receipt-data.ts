import type { DossierState } from "@motcua/dossier";
import type { Acceptance, Party, ReceiptData, Tracking } from "@motcua/papers";
import type { PartyPointers, Procedure } from "@motcua/procedure";
import { firstAddress } from "./address-words.ts";
import { issuingUnit } from "./issuing-unit.ts";
import { firstText } from "./json-pointer.ts";
import { pinnedModule } from "./pinned-module.ts";
import type { StoredDossier } from "./ports/dossier-store.ts";
import type { Ports } from "./ports/index.ts";
import { batchesOf } from "./state-at.ts";

/** What a receipt is printed with beside the dossier. */
export interface ReceiptContext {
  /** Where the portal is open to the public. */
  readonly baseUrl?: string;
  /** The tracking secret, where the caller presented it: only its hash is stored. */
  readonly secret?: string;
}

/** Form 01 of a dossier: what the definition it is pinned to, its state and the personal record say. */
export async function receiptData(ports: Ports, { state, personal }: StoredDossier, context: ReceiptContext): Promise<ReceiptData> {
  const [{ procedure }, acceptance] = await Promise.all([pinnedModule(ports, state), acceptanceOf(ports, state)]);
  const { submitter, owner } = procedure.parties;
  const party = (pointers: PartyPointers) => partyOf(ports, personal?.form, pointers);
  return {
    code: state.code,
    unit: issuingUnit(ports.province, state.receivingUnit),
    submitter: party(submitter),
    owner: party(owner),
    channel: state.channel,
    procedure: { code: procedure.code, name: procedure.name.vi, ...caseName(procedure, state.case) },
    ...handedIn(procedure, state),
    limit: limitOf(ports, procedure, state),
    submittedAt: state.submittedAt,
    ...(acceptance === undefined ? {} : { acceptance }),
    ...(state.phase === "submitted" && state.acceptanceDue !== undefined ? { acceptanceDue: state.acceptanceDue } : {}),
    resultBy: state.resultBy,
    tracking: trackingOf(ports, state.code, context),
  };
}

function partyOf(ports: Ports, form: unknown, pointers: PartyPointers): Party {
  const found = {
    name: firstText(form, pointers.name),
    identity: firstText(form, pointers.identity),
    address: firstAddress(form, pointers.address, ports),
    phone: firstText(form, pointers.phone),
    email: firstText(form, pointers.email),
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
}

/** A procedure with one case has nothing to tell apart. */
function caseName({ cases }: Procedure, id: string): { readonly case?: string } {
  const name = cases[id]?.name.vi;
  return name === undefined || Object.keys(cases).length < 2 ? {} : { case: name };
}

function handedIn(procedure: Procedure, { documents, fees }: DossierState): Pick<ReceiptData, "documents" | "sets" | "fees"> {
  const nameIn = (list: readonly { readonly id: string; readonly name: { readonly vi: string } }[], id: string) => list.find((entry) => entry.id === id)?.name.vi ?? id;
  return {
    documents: documents.map(({ id, files: _, ...given }) => ({ name: nameIn(procedure.documents, id), ...given })),
    sets: Math.max(1, ...documents.map(({ sets = 0 }) => sets)),
    fees: fees.map(({ id, ...fee }) => ({ name: nameIn(procedure.fees, id), ...fee })),
  };
}

function limitOf({ province }: Ports, { code, cases }: Procedure, state: DossierState): ReceiptData["limit"] {
  const limit = cases[state.case]?.limit;
  const time = province.procedures[code]?.limits?.[state.case] ?? limit?.byChannel?.[state.channel] ?? limit?.time ?? "";
  return { time, ...(limit?.cutOff === undefined ? {} : { cutOff: limit.cutOff }) };
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

/** With the secret the QR code opens the dossier; without it, the page that asks for the second factor. */
function trackingOf({ province }: Ports, code: string, { baseUrl, secret }: ReceiptContext): Tracking {
  const hotline = province.hotline === undefined ? {} : { hotline: province.hotline };
  if (baseUrl === undefined) return { qr: code, secret: false, ...hotline };
  const page = `${baseUrl.replace(/\/+$/, "")}/tra-cuu`;
  const qr = secret === undefined ? `${page}?ma=${encodeURIComponent(code)}` : `${page}/${secret}`;
  return { qr, secret: secret !== undefined, page, ...hotline };
}
