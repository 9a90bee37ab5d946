import { type DocumentDefinition, documentList, type DocumentRequirement, evaluate, type Facts, type Problem, type ProcedureModule } from "@motcua/procedure";
import type { GivenDocument } from "./command.ts";
import { agedDocuments } from "./document-age.ts";
import { type AskedDocument, askedDocuments, type DocumentEntry, declaredId, numberedName } from "./document-entries.ts";
import { isGiven } from "./is-given.ts";
import { refusal } from "./problems.ts";

/** A document that applies to these facts. `needed`: it has to be given at filing, itself; members of a group are alternatives. */
export interface ApplicableDocument extends AskedDocument {
  readonly needed: boolean;
  /** How many papers of this kind, each in its copies. */
  readonly quantity: number;
  /** What the paper has to be by these facts. */
  readonly requirements: readonly DocumentRequirement[];
}

/** Documents that apply: conditions hold, groups that do not apply left out. One that is asked for each entry of a list is there once an entry, under an id of its own. `among`: which of those declared are looked at. @default all */
export function applicableDocuments(module: ProcedureModule, facts: Facts, among?: (declared: DocumentDefinition) => boolean): readonly ApplicableDocument[] {
  const applicable: ApplicableDocument[] = [];
  for (const asked of askedDocuments(module.procedure, facts.form, among)) {
    const { definition, index, entry } = asked;
    const { group, at, mode } = definition;
    const known = ofEntry(facts, entry);
    if (definition.when !== undefined && !evaluate(module, `/procedure/documents/${index}/when`, known, false)) continue;
    if (group !== undefined && !groupApplies(module, declaredId(group), known)) continue;
    const quantity = definition.quantity === undefined ? 1 : Number(evaluate<unknown>(module, `/procedure/documents/${index}/quantity`, known, 1));
    applicable.push({ ...asked, needed: group === undefined && at === undefined && mode !== "lookup" && quantity > 0, quantity, requirements: requirementsBy(module, asked, known) });
  }
  return applicable;
}

/** What a paper has to be by these facts; of one for an entry of a list, by that entry. */
export function documentRequirements(module: ProcedureModule, asked: AskedDocument, facts: Facts): readonly DocumentRequirement[] {
  return requirementsBy(module, asked, ofEntry(facts, asked.entry));
}

function requirementsBy(module: ProcedureModule, { definition: { requirements = [] }, index }: AskedDocument, known: Facts): readonly DocumentRequirement[] {
  return requirements.filter(({ when }, nth) => when === undefined || evaluate(module, `/procedure/documents/${index}/requirements/${nth}/when`, known, false));
}

/** What the conditions of one entry read. */
function ofEntry(facts: Facts, entry: DocumentEntry | undefined): Facts {
  return entry === undefined ? facts : { ...facts, item: entry.value, nth: entry.nth };
}

function groupApplies(module: ProcedureModule, group: string, facts: Facts): boolean {
  const when = module.procedure.documentGroups?.[group]?.when;
  return when === undefined || evaluate(module, `/procedure/documentGroups/${group}/when`, facts, false);
}

/** What is wrong with the documents given: missing, too few, too old, unknown. Pointers are `/documents/<id or group>`. `applicable`: those that apply by these facts, where they are known. */
export function documentProblems(module: ProcedureModule, facts: Facts, given: readonly GivenDocument[], applicable: readonly ApplicableDocument[] = applicableDocuments(module, facts)): readonly Problem[] {
  const byId = new Map(given.map((document) => [document.id, document]));
  return [
    ...given.filter(({ id }) => !isKnown(module, id)).map(({ id }) => refusal("document-unknown", `/documents/${id}`)),
    ...applicable.filter(({ needed }) => needed).flatMap((document) => documentFaults(document, byId.get(document.definition.id))),
    ...groupProblems(module, applicable, byId),
    ...agedDocuments(applicable, byId, facts),
  ];
}

/** Whether a procedure has a document of an id: one for each entry has a number, also of an entry that is gone since. */
export function isKnown({ procedure: { documents, documentGroups } }: Pick<ProcedureModule, "procedure">, id: string): boolean {
  const declared = documents.find((document) => document.id === declaredId(id));
  if (declared === undefined) return false;
  return (documentList(declared, documentGroups).each === undefined) === (declared.id === id);
}

function groupProblems(
  module: ProcedureModule,
  applicable: readonly ApplicableDocument[],
  byId: ReadonlyMap<string, GivenDocument>,
): readonly Problem[] {
  const groups = new Map(applicable.flatMap(({ definition: { group }, entry }) => (group === undefined ? [] : [[group, entry] as const])));
  return [...groups].flatMap(([id, entry]) => {
    const group = module.procedure.documentGroups?.[declaredId(id)];
    const members = applicable.filter(({ definition }) => definition.group === id);
    const enough = members.filter((document) => byId.has(document.definition.id) && documentFaults(document, byId.get(document.definition.id)).length === 0);
    return group !== undefined && enough.length < group.need ? [refusal("document-missing", `/documents/${id}`, numberedName(group.name, entry))] : [];
  });
}

/** What is wrong with one document as given: missing, too few. */
export function documentFaults({ definition, entry, quantity }: ApplicableDocument, given: GivenDocument | undefined): readonly Problem[] {
  const pointer = `/documents/${definition.id}`;
  const name = numberedName(definition.name, entry);
  if (given === undefined || !isGiven(given)) return [refusal("document-missing", pointer, name)];
  // An electronic document has no count of paper copies, but sets are a property of its content.
  const sets = definition.copies?.sets ?? 0;
  if (sets > 0 && given.retrieved !== true && (given.sets ?? 0) < sets) return [refusal("document-sets", pointer, name)];
  if (onPaperAlone(given) && papers(given) < papers(definition.copies ?? { original: 1 }) * quantity) return [refusal("document-sets", pointer, name)];
  return [];
}

function onPaperAlone(given: GivenDocument): boolean {
  return given.presented !== true && given.electronic !== true && given.retrieved !== true;
}

function papers({ original = 0, copy = 0 }: Pick<GivenDocument, "original" | "copy">): number {
  return original + copy;
}

/** The first case whose condition holds. */
export function applicableCase(module: ProcedureModule, facts: Facts): string | undefined {
  return Object.entries(module.procedure.cases).find(([id, entry]) => entry.when === undefined || evaluate(module, `/procedure/cases/${id}/when`, facts, false))?.[0];
}

/** The gate that stops a dossier before intake, as a problem `gate-<id>`. */
export function gateProblem(module: ProcedureModule, facts: Facts): Problem | undefined {
  const index = (module.procedure.gates ?? []).findIndex((_, number) => evaluate(module, `/procedure/gates/${number}/when`, facts, false));
  const gate = module.procedure.gates?.[index];
  return gate === undefined ? undefined : { code: `gate-${gate.id.replaceAll("_", "-")}`, pointer: "/form", message: gate.message };
}
