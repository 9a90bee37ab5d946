import { printImport } from "../print/module-text.ts";
import { printKey } from "../print/print-value.ts";
import { wrapUnion } from "../print/wrap-union.ts";
import type { ProcedureIr } from "../procedure-ir.ts";
import { emitTypes } from "../declarations/emit-types.ts";
import { describeFields, type FieldDescription } from "./emit-fields.ts";
import { header } from "./header.ts";

/** Types every module declares; a definition of the same name is numbered. */
const RESERVED: ReadonlySet<string> = new Set([
  "Form", "Step", "Outcomes", "Outcome", "Records", "Role", "DocumentId", "Case", "Fee", "Question", "Field", "Answers",
  "CheckContext", "Expression", "Facts", "Problem", "Procedure", "ProcedureIds", "Result", "Types",
]);

/** Declarations of a procedure's module: interfaces of form and records, and the definition's names as literals. */
export function emitDeclarations(ir: ProcedureIr): { readonly text: string; readonly typeNames: Readonly<Record<string, string>> } {
  const types = emitTypes(ir.form, { records: Object.values(ir.records), reserved: RESERVED });
  const imports = ["CheckContext", "Expression", "Facts", "Problem", "Procedure", "ProcedureIds", "Result"];
  const text = [
    header(ir.procedure),
    printImport(imports, "@motcua/client/runtime").replace("import {", "import type {"),
    "",
    types.text,
    "",
    ...literals(ir),
    ...recordTypes(ir, types.typeNames),
    ...values(ir),
  ].join("\n");
  return { text: `${text}\n`, typeNames: types.typeNames };
}

function literals({ ids, entryDocuments, form }: ProcedureIr): readonly string[] {
  const outcomes = Object.entries(ids.outcomes).flatMap(([step, names]) => wrapUnion(`  ${printKey(step)}: ${union(names)};`));
  return [
    ...declared("Step", "Steps of the workflow.", ids.steps),
    "/** Outcomes of each step. */",
    "export interface Outcomes {",
    ...outcomes,
    "}",
    "",
    "/** Outcomes of any step, or of the one given. */",
    "export type Outcome<S extends Step = Step> = Outcomes[S];",
    "",
    ...declared("Role", "Roles that act in the workflow.", ids.roles),
    ...declared("DocumentId", `Documents (thành phần hồ sơ)${entryDocuments.length === 0 ? "" : "; one that is asked for each entry of a list goes on with the entry's number, from 1"}.`, ids.documents, entryDocuments),
    ...declared("Case", "Cases (trường hợp).", ids.cases),
    ...declared("Fee", "Fees (phí, lệ phí).", ids.fees),
    ...declared("Question", "Questions that are no form field.", ids.questions),
    "/** Answers to the questions. */",
    "export type Answers = { readonly [question in Question]?: boolean };",
    "",
    "/** Every field by its JSON Pointer; entries of a list stand under `*`. */",
    `export type Field =${fieldUnion(describeFields(form))};`,
    "",
  ];
}

function declared(name: string, what: string, ids: readonly string[], numbered: readonly string[] = []): readonly string[] {
  return [`/** ${what} */`, ...wrapUnion(`export type ${name} = ${union(ids, numbered)};`), ""];
}

function union(ids: readonly string[], numbered: readonly string[] = []): string {
  const all = [...ids.map((id) => JSON.stringify(id)), ...numbered.map((id) => `\`${id}.\${number}\``)];
  return all.length === 0 ? "never" : all.join(" | ");
}

function fieldUnion(fields: readonly FieldDescription[]): string {
  if (fields.length === 0) return " never";
  return fields.map(({ pointer }) => `\n  | ${JSON.stringify(pointer)}`).join("");
}

function recordTypes({ records }: ProcedureIr, typeNames: Readonly<Record<string, string>>): readonly string[] {
  const entries = Object.entries(records).map(([step, name]) => `  ${printKey(step)}: ${typeNames[name] ?? "unknown"};`);
  return [
    "/** What officers record, by step. */",
    ...(entries.length === 0 ? ["export interface Records {}"] : ["export interface Records {", ...entries, "}"]),
    "",
    "/** All of the procedure's types, for clients. */",
    "export interface Types {",
    "  form: Form;",
    "  outcomes: Outcomes;",
    "  records: Records;",
    "  role: Role;",
    "  document: DocumentId;",
    "  case: Case;",
    "  fee: Fee;",
    "  question: Question;",
    "}",
    "",
  ];
}

function values({ procedure }: ProcedureIr): readonly string[] {
  return [
    "/** The definition as it was compiled. */",
    `export declare const procedure: Procedure & { readonly code: ${JSON.stringify(procedure.code)}; readonly version: ${JSON.stringify(procedure.version)} };`,
    "/** Every expression of the definition, by where it stands. None of them throws. */",
    "export declare const expressions: Readonly<Record<string, Expression>>;",
    "/** All problems of a form, each once at its own field, warnings included. */",
    "export declare function problems(form: unknown, context: CheckContext): readonly Problem[];",
    "/** The form, typed; or all its problems. */",
    "export declare function check(form: unknown, context: CheckContext): Result<Form>;",
    "/** What an officer records at a step, typed; or all its problems. Rules are asked by the facts there are. */",
    "export declare function checkRecord<S extends Step>(step: S, record: unknown, facts?: Facts): Result<S extends keyof Records ? Records[S] : unknown>;",
    "/** Names the definition gives. */",
    "export declare const ids: ProcedureIds<Types>;",
    "declare const module: {",
    "  readonly procedure: typeof procedure;",
    "  readonly expressions: typeof expressions;",
    "  readonly problems: typeof problems;",
    "  readonly check: typeof check;",
    "  readonly checkRecord: typeof checkRecord;",
    "};",
    "export default module;",
  ];
}
