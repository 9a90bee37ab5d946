import { ageFault } from "@motcua/dossier";
import type { DraftDocument, GivenFile } from "../draft/draft.ts";
import { waysOf } from "../draft/given-documents.ts";
import { notFoundPage } from "../pages/message-page.tsx";
import { seeOther } from "../pages/render.tsx";
import type { Portal, PortalContext } from "../portal.ts";
import { documentOf, documentPath, readIssued } from "./document-page.tsx";
import { draftDays } from "./journey-documents.ts";
import { PAGE, pagePath, type Journey } from "./journey.ts";

/** Files of one document; the API takes no more. */
const MOST_FILES = 20;

/** Where the bucket sends the browser after an upload: the content is checked, then the file belongs to the draft. */
export async function uploaded(c: PortalContext, portal: Portal, journey: Journey): Promise<Response> {
  const { draft } = journey;
  const id = c.req.param("document") ?? "";
  const number = c.req.param("number") ?? "";
  const upload = Object.hasOwn(draft.uploads, number) ? draft.uploads[number] : undefined;
  // Reloading this address after the file was taken changes nothing.
  if (upload === undefined || upload.document !== id) return documentOf(c, portal, journey) === undefined ? notFoundPage(c, portal) : seeOther(c, documentPath(draft, id));
  const attached = await portal.handlers.attach(c.get("visit").caller(), { key: upload.key, draft: draft.id });
  if (!attached.ok) return seeOther(c, `${documentPath(draft, id)}?loi=${attached.problems[0]?.code ?? "file-missing"}`);
  const { [number]: _, ...uploads } = draft.uploads;
  await portal.drafts.save({ ...draft, uploads, documents: { ...draft.documents, [id]: withFile(draft.documents[id], attached.value) } });
  c.get("visit").change({ notice: "Đã nhận tệp." });
  return seeOther(c, documentPath(draft, id));
}

function withFile(before: DraftDocument | undefined, file: GivenFile): DraftDocument {
  const others = (before?.files ?? []).filter(({ key }) => key !== file.key);
  return { ...before, way: "electronic", files: [...others, file].slice(-MOST_FILES) };
}

/** Takes a file away from its document. */
export async function removeFile(c: PortalContext, portal: Portal, journey: Journey): Promise<Response> {
  const document = documentOf(c, portal, journey);
  if (document === undefined) return notFoundPage(c, portal);
  const { id } = document.definition;
  const before = journey.draft.documents[id];
  const files = (before?.files ?? []).filter(({ sha256 }) => sha256 !== c.get("body").text("tep"));
  await portal.drafts.save({ ...journey.draft, documents: withDocument(journey.draft.documents, id, files.length === 0 ? undefined : { ...before, way: "electronic", files }) });
  return seeOther(c, documentPath(journey.draft, id));
}

/** Notes how a document comes, and the date it bears where its age counts. Files uploaded before are kept, in case of a change of mind; so is a date that will not do, and its page says why. */
export async function chooseWay(c: PortalContext, portal: Portal, journey: Journey): Promise<Response> {
  const document = documentOf(c, portal, journey);
  if (document === undefined) return notFoundPage(c, portal);
  const { definition } = document;
  const files = journey.draft.documents[definition.id]?.files ?? [];
  const way = waysOf(definition, journey.draft.channel).find((each) => each === c.get("body").text("cach"));
  if (way === undefined || (way === "electronic" && files.length === 0)) return seeOther(c, documentPath(journey.draft, definition.id));
  const issuedOn = definition.notOlderThan === undefined ? undefined : readIssued(c.get("body"));
  await portal.drafts.save({ ...journey.draft, documents: { ...journey.draft.documents, [definition.id]: { way, files, ...(issuedOn === undefined ? {} : { issuedOn }) } } });
  const fault = definition.notOlderThan === undefined || way === "retrieved" ? undefined : ageFault(definition.notOlderThan, issuedOn, draftDays(portal, journey));
  return seeOther(c, fault === undefined ? pagePath(journey.draft, PAGE.documents) : `${documentPath(journey.draft, definition.id)}?loi=${fault}`);
}

function withDocument(documents: Readonly<Record<string, DraftDocument>>, id: string, document: DraftDocument | undefined): Readonly<Record<string, DraftDocument>> {
  const { [id]: _, ...others } = documents;
  return document === undefined ? others : { ...others, [id]: document };
}
