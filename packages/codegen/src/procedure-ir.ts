import type { Problem, Procedure, Result, Rule, Step } from "@motcua/procedure";
import { documentList, ok } from "@motcua/procedure";
import { buildForm, type FormOptions } from "./form/build-form.ts";
import { checkKeywords } from "./form/check-keywords.ts";
import type { FormIr } from "./form/form-ir.ts";

/** Everything the emitters print from. */
export interface ProcedureIr {
  readonly procedure: Procedure;
  readonly form: FormIr;
  readonly rules: readonly Rule[];
  /** Definition of the record form by step. */
  readonly records: Readonly<Record<string, string>>;
  readonly ids: ProcedureIds;
  /** Documents that are asked for each entry of a list: their ids go on with the entry's number. */
  readonly entryDocuments: readonly string[];
}

/** The names a definition gives, as developers use them. */
export interface ProcedureIds {
  readonly steps: readonly string[];
  /** By step. */
  readonly outcomes: Readonly<Record<string, readonly string[]>>;
  readonly roles: readonly string[];
  readonly documents: readonly string[];
  readonly cases: readonly string[];
  readonly fees: readonly string[];
  readonly questions: readonly string[];
}

/** Definitions of a form that are its own: what officers record at its steps. No other form has them. */
export function ownDefinitions({ records }: ProcedureIr): ReadonlySet<string> {
  return new Set(Object.values(records));
}

/** Reads a compiled procedure; refuses what a form of the profile may not say. */
export function readProcedure(procedure: Procedure, options: FormOptions = {}): Result<ProcedureIr> {
  const records = recordsOf(procedure);
  const problems = [...((options.dialect ?? "form") === "form" ? checkKeywords(procedure.form) : []), ...checkRecords(procedure, records)];
  if (problems.length > 0) return { ok: false, problems };
  return ok({ procedure, form: buildForm(procedure.form, options), rules: procedure.form["x-rules"] ?? [], records, ids: idsOf(procedure), entryDocuments: documentIds(procedure, true) });
}

function recordsOf({ workflow }: Procedure): Readonly<Record<string, string>> {
  const entries = Object.entries(workflow.steps).flatMap(([id, step]) => (recordOf(step) === undefined ? [] : [[id, recordOf(step)?.split("/").at(-1) ?? ""] as const]));
  return Object.fromEntries(entries);
}

function recordOf(step: Step): string | undefined {
  return "record" in step ? step.record : undefined;
}

function checkRecords({ form }: Procedure, records: Readonly<Record<string, string>>): readonly Problem[] {
  return Object.entries(records).flatMap(([step, name]) => (form.$defs !== undefined && Object.hasOwn(form.$defs, name) ? [] : [unknownRecord(step)]));
}

function unknownRecord(step: string): Problem {
  return {
    code: "keyword-not-supported",
    pointer: `/workflow/steps/${step}/record`,
    message: { vi: "Không có định nghĩa này trong $defs của biểu mẫu", en: "There is no such definition in the form's $defs" },
    hint: { vi: "Viết #/$defs/Tên", en: "Write #/$defs/Name" },
  };
}

/** Refusal at intake is part of every workflow without being drawn. */
function outcomesOf(step: Step): readonly string[] {
  const drawn = Object.keys(step.next);
  return step.kind === "intake" ? [...new Set([...drawn, "refuse"])] : drawn;
}

function documentIds({ documents, documentGroups }: Procedure, perEntry: boolean): readonly string[] {
  return documents.flatMap((document) => ((documentList(document, documentGroups).each !== undefined) === perEntry ? [document.id] : []));
}

function idsOf(procedure: Procedure): ProcedureIds {
  const { workflow } = procedure;
  return {
    steps: Object.keys(workflow.steps),
    outcomes: Object.fromEntries(Object.entries(workflow.steps).map(([id, step]) => [id, outcomesOf(step)])),
    roles: Object.keys(procedure.roles),
    documents: documentIds(procedure, false),
    cases: Object.keys(procedure.cases),
    fees: procedure.fees.map(({ id }) => id),
    questions: Object.keys(procedure.questions ?? {}),
  };
}
