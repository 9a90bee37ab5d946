import { evaluate, type DocumentDefinition, type Facts, type Problem, type ProcedureModule, type Text } from "@motcua/procedure";
import type { GivenDocument } from "./command.ts";
import { refusal } from "./problems.ts";

/** A document that applies to these facts. `needed`: it has to be given itself; members of a group are alternatives. */
export interface ApplicableDocument {
  readonly definition: DocumentDefinition;
  readonly needed: boolean;
}

/** Documents that apply: conditions hold, groups that do not apply left out. */
export function applicableDocuments(module: ProcedureModule, facts: Facts): readonly ApplicableDocument[] {
  const { procedure } = module;
  return procedure.documents.flatMap((definition, index) => {
    if (!evaluate(module, `/procedure/documents/${index}/when`, facts, definition.when === undefined)) return [];
    const group = definition.group;
    if (group !== undefined && !groupApplies(module, group, facts)) return [];
    return [{ definition, needed: group === undefined && definition.mode !== "lookup" }];
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
    ...applicable.filter(({ needed }) => needed).flatMap(({ definition }) => oneProblem(definition, byId.get(definition.id))),
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
    const enough = members.filter(({ definition }) => byId.has(definition.id) && oneProblem(definition, byId.get(definition.id)).length === 0);
    return group !== undefined && enough.length < group.need ? [refusal("document-missing", `/documents/${id}`, group.name)] : [];
  });
}

function oneProblem(definition: DocumentDefinition, given: GivenDocument | undefined): readonly Problem[] {
  const pointer = `/documents/${definition.id}`;
  if (given === undefined || !isGiven(given)) return [refusal("document-missing", pointer, definition.name)];
  // An electronic document has no count of paper copies, but sets are a property of its content.
  const sets = definition.copies?.sets ?? 0;
  if (sets > 0 && given.retrieved !== true && (given.sets ?? 0) < sets) return [refusal("document-sets", pointer, definition.name)];
  return [];
}

function isGiven(given: GivenDocument): boolean {
  const counted = (given.original ?? 0) + (given.copy ?? 0) + (given.sets ?? 0);
  return counted > 0 || given.presented === true || given.electronic === true || given.retrieved === true;
}

/** A fee that is due. `vnd` is `null` where the province has not set it yet. */
export interface DueFee {
  readonly id: string;
  readonly name: Text;
  readonly vnd: number | null;
  readonly waived?: Text;
}

/** Fees due in a case. Integer VND; a waived fee is 0 with its reason. */
export function feesDue(module: ProcedureModule, facts: Facts, options: { readonly case: string; readonly localFees: Readonly<Record<string, number>> }): readonly DueFee[] {
  return module.procedure.fees.flatMap((fee, index) => {
    const at = `/procedure/fees/${index}`;
    if (fee.case !== undefined && fee.case !== options.case) return [];
    if (!evaluate(module, `${at}/when`, facts, fee.when === undefined)) return [];
    const waiver = fee.waived?.find((_, number) => evaluate(module, `${at}/waived/${number}/when`, facts, false));
    if (waiver !== undefined) return [{ id: fee.id, name: fee.name, vnd: 0, waived: waiver.reason }];
    const quantity = Number(evaluate<unknown>(module, `${at}/quantity`, facts, 1));
    return [{ id: fee.id, name: fee.name, vnd: amountOf(fee, quantity, options.localFees) }];
  });
}

function amountOf(fee: ProcedureModule["procedure"]["fees"][number], quantity: number, localFees: Readonly<Record<string, number>>): number | null {
  switch (fee.amount.state) {
    case "free":
      return 0;
    case "amount":
      return fee.amount.vnd * quantity;
    case "set-locally": {
      const local = localFees[fee.id];
      return local === undefined ? null : local * quantity;
    }
  }
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
