import type { ApplicableDocument, GivenDocument } from "@motcua/dossier";
import type { DocumentDefinition } from "@motcua/procedure";
import type { Draft, DocumentWay, DraftDocument } from "./draft.ts";

/** The ways a document may be given in a channel, the usual one first. */
export function waysOf(definition: DocumentDefinition, channel: Draft["channel"]): readonly DocumentWay[] {
  const paper: readonly DocumentWay[] = definition.mode === "submit" ? ["paper"] : ["presented"];
  const data: readonly DocumentWay[] = definition.replacedBy === undefined ? [] : ["retrieved"];
  return channel === "online" ? ["electronic", ...data, ...paper] : [...paper, "electronic", ...data];
}

/** The documents of a draft as a submission names them: those chosen among the applicable, as many as are asked for, and the form itself. */
export function givenDocuments(draft: Draft, applicable: readonly Pick<ApplicableDocument, "definition" | "quantity">[]): readonly GivenDocument[] {
  return applicable.flatMap(({ definition, quantity: many }) => {
    if (definition.isForm === true) return [draft.channel === "online" ? { id: definition.id, electronic: true } : { id: definition.id, ...paper(definition, many) }];
    const chosen = draft.documents[definition.id];
    return chosen === undefined || !isComplete(chosen) ? [] : [given(definition, chosen, many)];
  });
}

/** Whether what was chosen is there: an electronic document has a file. */
export function isComplete({ way, files }: DraftDocument): boolean {
  return way !== "electronic" || files.length > 0;
}

function given(definition: DocumentDefinition, { way, files, issuedOn }: DraftDocument, many: number): GivenDocument {
  const sets = definition.copies?.sets;
  const dated = { id: definition.id, ...(definition.notOlderThan === undefined || issuedOn === undefined ? {} : { issuedOn }) };
  switch (way) {
    case "electronic":
      return { ...dated, electronic: true, files, ...(sets === undefined ? {} : { sets }) };
    case "paper":
      return { ...dated, ...paper(definition, many) };
    case "presented":
      return { ...dated, presented: true };
    case "retrieved":
      return { id: definition.id, retrieved: true };
  }
}

/** On paper as many as the procedure asks for; one original where it does not say. */
function paper({ copies }: DocumentDefinition, many: number): Pick<GivenDocument, "original" | "copy" | "sets"> {
  const once = copies === undefined || Object.keys(copies).length === 0 ? { original: 1 } : copies;
  return Object.fromEntries(Object.entries(once).map(([kind, count]) => [kind, count * many]));
}
