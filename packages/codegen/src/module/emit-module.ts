import type { Problem } from "@motcua/procedure";
import { emitExpressions, type EmittedExpressions } from "../cel/emit-expressions.ts";
import { emitChecks, type EmittedChecks } from "../form/emit-check.ts";
import type { FormIr } from "../form/form-ir.ts";
import { ModuleText, printImport } from "../print/module-text.ts";
import { printKey, printValue } from "../print/print-value.ts";
import type { ProcedureIr } from "../procedure-ir.ts";
import { RUNTIME_NAMES } from "../runtime-names.ts";
import { describeFields, type FieldDescription, fieldMetadata } from "./emit-fields.ts";
import { header } from "./header.ts";

const EXPORTS = ["procedure", "expressions", "problems", "check", "checkRecord", "fields", "sections", "ids"] as const;

/** The module a server, a portal and a browser import: a `ProcedureModule`. */
export function emitModule(ir: ProcedureIr): { readonly text: string; readonly problems: readonly Problem[] } {
  const module = new ModuleText([...EXPORTS, ...RUNTIME_NAMES, "checks", "records", "facts", "out", "value", "at", "field"]);
  const checks = emitChecks(module, ir.form);
  const records = recordChecks(ir, checks);
  const expressions = emitExpressions(module, ir.procedure.expressions);
  const exports = [
    ...definition(module, ir),
    ...named(expressions),
    ...checking(module, { ir, checks, records, expressions }),
    ...metadata(module, ir),
    `export default { procedure, expressions, problems, check, checkRecord };`,
  ].join("\n");
  const text = [header(ir.procedure), printImport(module.imported(), "@motcua/client/runtime"), "", module.body(), "", exports, ""].join("\n");
  return { text, problems: expressions.problems };
}

function recordChecks({ records }: ProcedureIr, checks: EmittedChecks): readonly string[] {
  return Object.entries(records).map(([step, name]) => {
    const { structure, field } = checks.ofDefinition(name);
    return `  ${printKey(step)}: { structure: ${structure}, field: ${field} },`;
  });
}

function definition(module: ModuleText, { procedure }: ProcedureIr): readonly string[] {
  return ["/** The definition as it was compiled. */", `export const procedure = /*@__PURE__*/ ${module.use("frozen")}(${printValue(procedure)});`, ""];
}

function named({ names }: EmittedExpressions): readonly string[] {
  const entries = Object.entries(names).map(([pointer, name]) => `  ${JSON.stringify(pointer)}: ${name},`);
  return ["/** Every expression of the definition, by where it stands. None of them throws. */", "export const expressions = {", ...entries, "};", ""];
}

interface Checking {
  readonly ir: ProcedureIr;
  readonly checks: EmittedChecks;
  readonly records: readonly string[];
  readonly expressions: EmittedExpressions;
}

function checking(module: ModuleText, { ir, checks, records, expressions }: Checking): readonly string[] {
  const rules = ir.rules.map((rule, index) => {
    const [when, assert] = [expressions.names[`/form/x-rules/${index}/when`], expressions.names[`/form/x-rules/${index}/assert`]];
    const { id, at, effect, message } = rule;
    const problem = { code: `rule-${id.replaceAll("_", "-")}`, pointer: at, message, ...(effect === "warn" ? { severity: "warning" } : {}) };
    return [`    {`, ...(when === undefined ? [] : [`      when: ${when},`]), `      assert: ${assert},`, `      problem: ${printValue(problem, "      ")},`, `    },`];
  });
  return [
    "const checks = {",
    `  structure: ${checks.root},`,
    `  field: ${checks.rootField},`,
    ...(rules.length === 0 ? ["  rules: [],"] : ["  rules: [", ...rules.flat(), "  ],"]),
    "};",
    "",
    ...(records.length === 0 ? ["const records = {};"] : ["const records = {", ...records, "};"]),
    "",
    "/** All problems of a form, each once at its own field, warnings included. */",
    "export function problems(form, context) {",
    `  return ${module.use("formProblems")}(checks, form, context);`,
    "}",
    "",
    "/** The form, typed; or all its problems. */",
    "export function check(form, context) {",
    `  return ${module.use("checked")}(form, problems(form, context));`,
    "}",
    "",
    "/** What an officer records at a step, typed; or all its problems. */",
    "export function checkRecord(step, record) {",
    `  return ${module.use("checkedRecord")}(records, step, record);`,
    "}",
    "",
  ];
}

function metadata(module: ModuleText, { form, procedure, ids }: ProcedureIr): readonly string[] {
  const fields = describeFields(form).map((field) => `  ${JSON.stringify(field.pointer)}: ${printField(module, form, field)},`);
  return [
    "/** What renderers need of each field, by JSON Pointer; entries of a list stand under `*`. */",
    ...(fields.length === 0 ? ["export const fields = {};"] : ["export const fields = {", ...fields, "};"]),
    "",
    "/** Pages of the form in order. */",
    `export const sections = ${printValue(procedure.form["x-sections"] ?? [])};`,
    "",
    "/** Names the definition gives. */",
    `export const ids = ${printValue(ids)};`,
    "",
  ];
}

/** A field's metadata; a list of choices is a constant, written once however many fields offer it. */
function printField(module: ModuleText, form: FormIr, field: FieldDescription): string {
  const { entries, options } = fieldMetadata(form, field);
  if (options === undefined) return printValue(entries, "  ");
  const name = module.hoist(`${field.pointer.split("/").at(-1)}$options`, printValue(options));
  return printValue({ ...entries, options: OPTIONS }, "  ").replace(JSON.stringify(OPTIONS), () => name);
}

/** Stands for the constant while the rest is laid out. No text of a definition has it. */
const OPTIONS = "\u0000options";
