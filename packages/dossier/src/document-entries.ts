import { type DocumentDefinition, documentList, type Procedure, type Text } from "@motcua/procedure";
import { listAt, valueAt } from "./form-value.ts";

/** The entry of a list in the form a document is asked for. */
export interface DocumentEntry {
  /** Its place in the list, from 1. */
  readonly nth: number;
  readonly value: unknown;
  /** What the form calls it, where the definition says where that stands: a person's name, often. */
  readonly name?: string;
}

/** A document as it is asked for: one as declared, or one of an entry's own. */
export interface AskedDocument {
  /** As declared; of an entry's own with an id and a group of its own, `{id}.{nth}`. */
  readonly definition: DocumentDefinition;
  /** Place of the declaration in the procedure. */
  readonly index: number;
  readonly entry?: DocumentEntry;
}

/**
 * Every document a form asks for or might, in the order of the procedure, conditions left aside: of those for each entry of
 * a list as many as there are entries. `among`: which of the declared ones are looked at. @default all
 */
export function askedDocuments({ documents, documentGroups }: Pick<Procedure, "documents" | "documentGroups">, form: unknown, among: (declared: DocumentDefinition) => boolean = () => true): readonly AskedDocument[] {
  const asked: AskedDocument[] = [];
  for (const [index, definition] of documents.entries()) {
    if (!among(definition)) continue;
    const { each, entryName } = documentList(definition, documentGroups);
    if (each === undefined) asked.push({ definition, index });
    else for (const [place, value] of listAt(form, each).entries()) asked.push({ definition: ownDocument(definition, place + 1), index, entry: entryOf(value, place + 1, entryName) });
  }
  return asked;
}

function ownDocument(definition: DocumentDefinition, nth: number): DocumentDefinition {
  return { ...definition, id: ofEntry(definition.id, nth), ...(definition.group === undefined ? {} : { group: ofEntry(definition.group, nth) }) };
}

function entryOf(value: unknown, nth: number, entryName: readonly string[]): DocumentEntry {
  const name = entryName.map((pointer) => valueAt(value, pointer)).find((found) => typeof found === "string" && found.trim() !== "");
  return { nth, value, ...(typeof name === "string" ? { name } : {}) };
}

/** Id of a document or group for one entry. */
function ofEntry(id: string, nth: number): string {
  return `${id}.${nth}`;
}

/** The id a document or group was declared with. */
export function declaredId(id: string): string {
  return id.replace(/\.\d+$/, "");
}

/** Name of a document with the entry it is for, as the form calls it: for people who may see the dossier, never for a log. */
export function documentTitle({ definition: { name }, entry }: Pick<AskedDocument, "definition" | "entry">): Text {
  return entryTitle(name, entry);
}

/** A name with the entry it is for. */
export function entryTitle(name: Text, entry: DocumentEntry | undefined): Text {
  return entry?.name === undefined ? numberedName(name, entry) : { vi: `${name.vi} – ${entry.name}`, ...(name.en === undefined ? {} : { en: `${name.en} – ${entry.name}` }) };
}

/** Name of a document with the number of the entry it is for: says nothing of anybody. */
export function numberedName(name: Text, entry: Pick<DocumentEntry, "nth"> | undefined): Text {
  return entry === undefined ? name : { vi: `${name.vi} (mục ${entry.nth})`, ...(name.en === undefined ? {} : { en: `${name.en} (no. ${entry.nth})` }) };
}

/** Name of the document a dossier has under an id, by its form; the id itself for one the procedure does not know. */
export function documentName(procedure: Pick<Procedure, "documents" | "documentGroups">, id: string, form: unknown): Text {
  const asked = askedDocuments(procedure, form).find(({ definition }) => definition.id === id);
  if (asked !== undefined) return documentTitle(asked);
  // An entry that is gone since, or a form that was erased.
  const declared = procedure.documents.find((document) => document.id === declaredId(id));
  return declared === undefined ? { vi: id } : numberedName(declared.name, id === declared.id ? undefined : { nth: Number(id.slice(declared.id.length + 1)) });
}
