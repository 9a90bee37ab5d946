import { documentList, type Procedure } from "@motcua/procedure";
import { valueAt } from "../form/json-pointer.ts";
import type { Draft } from "./draft.ts";

type Listed = Pick<Procedure, "documents" | "documentGroups">;

/**
 * A draft whose form has changed: documents given for entries of a list stay with their entries where entries went away.
 * What was given for one that is gone goes with it.
 */
export function followEntries(procedure: Listed, draft: Draft, after: Draft["form"]): Pick<Draft, "documents" | "uploads"> {
  return Object.entries(entryLists(procedure)).reduce<Pick<Draft, "documents" | "uploads">>((kept, [pointer, ids]) => {
    const [old, now] = [entriesAt(draft.form, pointer), entriesAt(after, pointer)];
    return now.length >= old.length ? kept : moved(kept, ids, placesAfter(old, now));
  }, { documents: draft.documents, uploads: draft.uploads });
}

/** Documents that are asked for each entry, by the list. */
function entryLists({ documents, documentGroups }: Listed): Readonly<Record<string, readonly string[]>> {
  const lists: Record<string, string[]> = {};
  for (const document of documents) {
    const { each } = documentList(document, documentGroups);
    if (each !== undefined) lists[each] = [...(lists[each] ?? []), document.id];
  }
  return lists;
}

function entriesAt(form: Draft["form"], pointer: string): readonly string[] {
  const value = valueAt(form, pointer);
  return Array.isArray(value) ? value.map((entry) => JSON.stringify(entry)) : [];
}

/** Where each entry went, by the number it had: entries keep their order, so one that is unchanged tells which before it are gone. */
function placesAfter(old: readonly string[], now: readonly string[]): ReadonlyMap<number, number> {
  const places = new Map<number, number>();
  let from = 0;
  for (const [place, entry] of now.entries()) {
    const spare = old.length - from - (now.length - place);
    const ahead = old.slice(from, from + spare + 1).indexOf(entry);
    from += Math.max(0, ahead);
    places.set(from + 1, place + 1);
    from += 1;
  }
  return places;
}

function moved({ documents, uploads }: Pick<Draft, "documents" | "uploads">, ids: readonly string[], places: ReadonlyMap<number, number>): Pick<Draft, "documents" | "uploads"> {
  const idAfter = (id: string): string | undefined => {
    const [declared = "", nth] = id.split(".");
    if (nth === undefined || !ids.includes(declared)) return id;
    const place = places.get(Number(nth));
    return place === undefined ? undefined : `${declared}.${place}`;
  };
  return {
    documents: Object.fromEntries(Object.entries(documents).flatMap(([id, document]) => listed(idAfter(id)).map((to) => [to, document]))),
    uploads: Object.fromEntries(Object.entries(uploads).flatMap(([number, upload]) => listed(idAfter(upload.document)).map((document) => [number, { ...upload, document }]))),
  };
}

const listed = (id: string | undefined): readonly string[] => (id === undefined ? [] : [id]);
