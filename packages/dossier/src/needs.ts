import { evaluate, type DocumentDefinition, type Facts, type Problem, type ProcedureModule } from "@motcua/procedure";
import type { GivenDocument } from "./command.ts";
import { refusal } from "./problems.ts";

/** A document that applies to these facts. `needed`: it has to be given at filing, itself; members of a group are alternatives. */
export interface ApplicableDocument {
  readonly definition: DocumentDefinition;
  readonly needed: boolean;
  /** How many papers of this kind, each in its copies. */
  readonly quantity: number;
}

/** Documents that apply: conditions hold, groups that do not apply left out. */
export function applicableDocuments(module: ProcedureModule, facts: Facts): readonly ApplicableDocument[] {
  const { procedure } = module;
  return procedure.documents.flatMap((definition, index) => {
    if (!evaluate(module, `/procedure/documents/${index}/when`, facts, definition.when === undefined)) return [];
    const group = definition.group;
    if (group !== undefined && !groupApplies(module, group, facts)) return [];
    const quantity = definition.quantity === undefined ? 1 : Number(evaluate<unknown>(module, `/procedure/documents/${index}/quantity`, facts, 1));
    return [{ definition, needed: group === undefined && definition.at === undefined && definition.mode !== "lookup" && quantity > 0, quantity }];
  });
}

function groupApplies(module: ProcedureModule, group: string, facts: Facts): boolean {
  const when = module.procedure.documentGroups?.[group]?.when;
  return evaluate(module, `/procedure/documentGroups/${group}/when`, facts, when === undefined);
}

/** What is wrong with the documents given: missing, too few, unknown. Pointers are `/documents/<id or group>`. */
export function documentProblems(module: ProcedureModule, facts: Facts, given: readonly GivenDocument[]): readonly Problem[] {
  const applicable = applicableDocuments(module, facts);
  const byId = new Map(given.map((document) => [document.id, document]));
  const known = new Map(module.procedure.documents.map((document) => [document.id, document]));
  return [
    ...given.filter(({ id }) => !known.has(id)).map(({ id }) => refusal("document-unknown", `/documents/${id}`)),
    ...applicable.filter(({ needed }) => needed).flatMap((document) => documentFaults(document, byId.get(document.definition.id))),
    ...groupProblems(module, applicable, byId),
  ];
}

function groupProblems(
  module: ProcedureModule,
  applicable: readonly ApplicableDocument[],
  byId: ReadonlyMap<string, GivenDocument>,
): readonly Problem[] {
  const groups = new Set(applicable.flatMap(({ definition }) => definition.group ?? []));
  return [...groups].flatMap((id) => {
    const group = module.procedure.documentGroups?.[id];
    const members = applicable.filter(({ definition }) => definition.group === id);
    const enough = members.filter((document) => byId.has(document.definition.id) && documentFaults(document, byId.get(document.definition.id)).length === 0);
    return group !== undefined && enough.length < group.need ? [refusal("document-missing", `/documents/${id}`, group.name)] : [];
  });
}

/** What is wrong with one document as given: missing, too few. */
export function documentFaults({ definition, quantity }: ApplicableDocument, given: GivenDocument | undefined): readonly Problem[] {
  const pointer = `/documents/${definition.id}`;
  if (given === undefined || !isGiven(given)) return [refusal("document-missing", pointer, definition.name)];
  // An electronic document has no count of paper copies, but sets are a property of its content.
  const sets = definition.copies?.sets ?? 0;
  if (sets > 0 && given.retrieved !== true && (given.sets ?? 0) < sets) return [refusal("document-sets", pointer, definition.name)];
  if (onPaperAlone(given) && papers(given) < papers(definition.copies ?? { original: 1 }) * quantity) return [refusal("document-sets", pointer, definition.name)];
  return [];
}

function onPaperAlone(given: GivenDocument): boolean {
  return given.presented !== true && given.electronic !== true && given.retrieved !== true;
}

function papers({ original = 0, copy = 0 }: Pick<GivenDocument, "original" | "copy">): number {
  return original + copy;
}

function isGiven(given: GivenDocument): boolean {
  const counted = (given.original ?? 0) + (given.copy ?? 0) + (given.sets ?? 0);
  return counted > 0 || given.presented === true || given.electronic === true || given.retrieved === true;
}

/** The first case whose condition holds. */
export function applicableCase(module: ProcedureModule, facts: Facts): string | undefined {
  return Object.entries(module.procedure.cases).find(([id, entry]) => evaluate(module, `/procedure/cases/${id}/when`, facts, entry.when === undefined))?.[0];
}

/** The gate that stops a dossier before intake, as a problem `gate-<id>`. */
export function gateProblem(module: ProcedureModule, facts: Facts): Problem | undefined {
  const index = (module.procedure.gates ?? []).findIndex((_, number) => evaluate(module, `/procedure/gates/${number}/when`, facts, false));
  const gate = module.procedure.gates?.[index];
  return gate === undefined ? undefined : { code: `gate-${gate.id.replaceAll("_", "-")}`, pointer: "/form", message: gate.message };
}
