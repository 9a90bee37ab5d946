import { applicableDocuments, askedDocuments, declaredId, documentProblems, documentRequirements, factsAt, entryTitle, type ApplicableDocument } from "@motcua/dossier";
import type { Facts, Problem } from "@motcua/procedure";
import { givenDocuments, isComplete } from "../draft/given-documents.ts";
import type { Draft } from "../draft/draft.ts";
import type { Portal } from "../portal.ts";
import type { Journey } from "./journey.ts";

/** Documents as a page lists them: some of a group, or one that stands alone. */
export interface DocumentPart {
  /** Of which `need` are enough; absent for one that stands alone. */
  readonly group?: { readonly id: string; readonly name: string; readonly need: number; readonly ordered: boolean };
  readonly documents: readonly ApplicableDocument[];
}

/** The documents that apply to a draft, without the form itself. */
export function draftDocuments(portal: Portal, journey: Journey): readonly ApplicableDocument[] {
  const asked = new Set(journey.draft.asked ?? []);
  const facts = factsOf(portal, journey);
  const applicable = applicableDocuments(journey.module, facts);
  const known = new Set(applicable.map(({ definition }) => definition.id));
  // What an officer asked for by name may be given, whatever the answers in the form say.
  const more = askedDocuments(journey.module.procedure, journey.form).filter(({ definition: { id } }) => asked.has(id) && !known.has(id)).map((document) => ({ ...document, needed: false, quantity: 1, requirements: documentRequirements(journey.module, document, facts) }));
  return [...applicable, ...more].filter(({ definition }) => definition.isForm !== true);
}

/** The documents in parts: groups first, in the order of the procedure. */
export function documentParts({ module }: Journey, documents: readonly ApplicableDocument[]): readonly DocumentPart[] {
  const groups = Object.entries(module.procedure.documentGroups ?? {}).flatMap(([declared, { name, need, ordered = false }]): readonly DocumentPart[] => {
    const ids = new Set(documents.flatMap(({ definition: { group } }) => (group !== undefined && declaredId(group) === declared ? [group] : [])));
    return [...ids].map((id) => {
      const members = documents.filter(({ definition }) => definition.group === id);
      return { group: { id, name: entryTitle(name, members[0]?.entry).vi, need, ordered }, documents: members };
    });
  });
  return [...groups, ...documents.filter(({ definition }) => definition.group === undefined).map((document) => ({ documents: [document] }))];
}

/** The documents of a draft as they are submitted: for a supplement, those that were given anew. */
export function submittedDocuments(portal: Portal, journey: Journey) {
  const { draft, module } = journey;
  const form = draft.purpose === "submit" ? applicableDocuments(module, factsOf(portal, journey)).filter(({ definition }) => definition.isForm === true) : [];
  return givenDocuments(draft, [...form, ...draftDocuments(portal, journey)].toSorted((a, b) => a.index - b.index));
}

/** What is missing of the documents. A supplement adds to what the dossier has; the dossier's own rules judge the whole. */
export function missingDocuments(portal: Portal, journey: Journey): readonly Problem[] {
  if (journey.draft.purpose === "supplement") return [];
  return documentProblems(journey.module, factsOf(portal, journey), submittedDocuments(portal, journey));
}

/** Whether a document has been given, or said how it will be. */
export function isGivenDocument(draft: Draft, id: string): boolean {
  const chosen = draft.documents[id];
  return chosen !== undefined && isComplete(chosen);
}

/** The days the age of a paper is judged by. */
export function draftDays(portal: Portal, journey: Journey): Pick<Facts, "submittedOn" | "today"> {
  return factsOf(portal, journey);
}

function factsOf({ clock }: Portal, { module, draft, form }: Journey): Facts {
  const now = clock.now().toISOString();
  return factsAt(module, { form, channel: draft.channel, submittedAt: draft.submittedOn ?? now, answers: draft.answers, records: {} }, now);
}
