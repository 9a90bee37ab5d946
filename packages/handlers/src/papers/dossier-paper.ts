import { documentName, type DossierState } from "@motcua/dossier";
import type { DossierPaper, Party, ReceiptData, Tracking } from "@motcua/papers";
import { localSettings, type PartyPointers, type Procedure } from "@motcua/procedure";
import { firstAddress } from "../address-words.ts";
import { firstText } from "../json-pointer.ts";
import type { StoredDossier } from "../ports/dossier-store.ts";
import type { Ports } from "../ports/index.ts";
import { issuingUnit } from "./issuing-unit.ts";

/** What a paper is printed with beside the dossier. */
export interface PaperContext {
  /** Where the portal is open to the public. */
  readonly baseUrl?: string;
  /** The tracking secret, where the caller presented it: only its hash is stored. */
  readonly secret?: string;
}

/** A paper to print: a dossier, its definition and what the request brought. */
export interface PaperOrder {
  readonly stored: StoredDossier;
  readonly procedure: Procedure;
  readonly context: PaperContext;
}

/** What every paper of a dossier says, issued by one of its units. */
export function dossierPaper(ports: Ports, { stored, procedure, context }: PaperOrder, unit: string): DossierPaper {
  const { state, personal } = stored;
  const { submitter, owner } = procedure.parties;
  return {
    code: state.code,
    unit: issuingUnit(ports, unit),
    submitter: partyOf(ports, personal?.form, submitter),
    owner: partyOf(ports, personal?.form, owner),
    procedure: { code: procedure.code, name: procedure.name.vi, ...caseName(procedure, state.case) },
    submittedAt: state.submittedAt,
    tracking: trackingOf(ports, state.code, context),
  };
}

/** Name of a unit of the province; its code where it has none. */
export function unitName({ province }: Pick<Ports, "province">, code: string): string {
  return province.units.find((unit) => unit.code === code)?.name.vi ?? code;
}

/** A person as the form names them. */
export function partyOf(ports: Ports, form: unknown, pointers: PartyPointers): Party {
  const found = {
    name: firstText(form, pointers.name),
    identity: firstText(form, pointers.identity),
    address: firstAddress(form, pointers.address, ports),
    phone: firstText(form, pointers.phone),
    email: firstText(form, pointers.email),
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
}

/** Papers, sets and fees as they were handed in and settled; papers for an entry of the form's lists are told apart by it. */
export function handedIn(procedure: Procedure, { documents, fees }: DossierState, form: unknown): Pick<ReceiptData, "documents" | "sets" | "fees"> {
  return {
    documents: documents.map(({ id, files: _, ...given }) => ({ name: documentName(procedure, id, form).vi, ...given })),
    sets: Math.max(1, ...documents.map(({ sets = 0 }) => sets)),
    fees: fees.map(({ id, ...fee }) => ({ name: procedure.fees.find((one) => one.id === id)?.name.vi ?? id, ...fee })),
  };
}

/** The legal limit that applies to the dossier, the province's own before the national one. */
export function limitOf({ province }: Ports, procedure: Procedure, state: DossierState): ReceiptData["limit"] {
  const limit = procedure.cases[state.case]?.limit;
  const found = state.finding === undefined ? undefined : limit?.then?.[state.finding]?.limit;
  const time = found ?? localSettings(province, procedure)?.limits?.[state.case] ?? limit?.byChannel?.[state.channel] ?? limit?.time ?? "";
  return { time, ...(limit?.cutOff === undefined ? {} : { cutOff: limit.cutOff }), ...(state.agreed === undefined ? {} : { agreed: state.agreed.day }) };
}

/** A procedure with one case has nothing to tell apart. */
function caseName({ cases }: Procedure, id: string): { readonly case?: string } {
  const name = cases[id]?.name.vi;
  return name === undefined || Object.keys(cases).length < 2 ? {} : { case: name };
}

/** With the secret the QR code opens the dossier; without it, the page that asks for the second factor. */
function trackingOf({ province }: Ports, code: string, { baseUrl, secret }: PaperContext): Tracking {
  const hotline = province.hotline === undefined ? {} : { hotline: province.hotline };
  if (baseUrl === undefined) return { qr: code, secret: false, ...hotline };
  const page = `${baseUrl.replace(/\/+$/, "")}/tra-cuu`;
  const qr = secret === undefined ? `${page}?ma=${encodeURIComponent(code)}` : `${page}/${secret}`;
  return { qr, secret: secret !== undefined, page, ...hotline };
}
