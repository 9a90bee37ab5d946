import type { Problem } from "@motcua/procedure";
import { emitExpressions, type EmittedExpressions } from "../cel/emit-expressions.ts";
import { emitChecks, type EmittedChecks } from "../form/emit-check.ts";
import type { ModuleText } from "../print/module-text.ts";
import { printKey, printValue } from "../print/print-value.ts";
import type { ProcedureIr } from "../procedure-ir.ts";
import { RUNTIME_NAMES } from "../runtime-names.ts";

const EXPORTS = ["procedure", "expressions", "problems", "check", "checkRecord", "ids"] as const;

/** Names of a module that nothing of the definition may take. */
export const RESERVED: ReadonlySet<string> = new Set([...EXPORTS, ...RUNTIME_NAMES, "checks", "records", "facts", "out", "value", "at", "field"]);

/** What of a module runs: its expressions and its checks, as exports. What they use is hoisted into the module. */
export function emitRunning(module: ModuleText, ir: ProcedureIr): { readonly lines: readonly string[]; readonly problems: readonly Problem[] } {
  const checks = emitChecks(module, ir.form);
  const records = recordChecks(ir, checks);
  const expressions = emitExpressions(module, ir.procedure.expressions);
  return { lines: [...named(expressions), ...checking(module, { ir, checks, records, expressions })], problems: expressions.problems };
}

function recordChecks({ records }: ProcedureIr, checks: EmittedChecks): readonly string[] {
  return Object.entries(records).map(([step, name]) => {
    const { structure, field } = checks.ofDefinition(name);
    return `  ${printKey(step)}: { structure: ${structure}, field: ${field} },`;
  });
}

function named({ names }: EmittedExpressions): readonly string[] {
  const entries = Object.entries(names).map(([pointer, name]) => `  ${JSON.stringify(pointer)}: ${name},`);
  return ["/** Every expression of the definition, by where it stands. None of them throws. */", "export const expressions = {", ...entries, "};", ""];
}

/** What a module without words says of everything. */
const WORDLESS = { vi: "" };

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
    const problem = { code: `rule-${id.replaceAll("_", "-")}`, pointer: at, message: module.words ? message : WORDLESS, ...(effect === "warn" ? { severity: "warning" } : {}) };
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
