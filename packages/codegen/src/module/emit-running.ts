import { type Problem, type Rule, segmentsOf } from "@motcua/procedure";
import { emitExpressions, type EmittedExpressions } from "../cel/emit-expressions.ts";
import { emitChecks, type EmittedChecks } from "../form/emit-check.ts";
import type { Elsewhere, ModuleText } from "../print/module-text.ts";
import { printKey, printValue } from "../print/print-value.ts";
import type { ProcedureIr } from "../procedure-ir.ts";
import { RUNTIME_NAMES } from "../runtime-names.ts";

const EXPORTS = ["procedure", "expressions", "problems", "check", "checkRecord", "ids"] as const;

/** Names of a module that nothing of the definition may take. */
export const RESERVED: ReadonlySet<string> = new Set([...EXPORTS, ...RUNTIME_NAMES, "checks", "records", "facts", "out", "value", "at", "field"]);

/** What of a module runs: its expressions and its checks, as exports. What they use is hoisted into the module, where it stands nowhere else. */
export function emitRunning(module: ModuleText, ir: ProcedureIr, elsewhere?: Elsewhere): { readonly lines: readonly string[]; readonly problems: readonly Problem[] } {
  const checks = emitChecks(module, ir.form, elsewhere);
  // What the checks of records use stands before what expressions do.
  const structures = Object.entries(ir.records).map(([step, name]) => ({ step, name, ...checks.ofDefinition(name) }));
  const expressions = emitExpressions(module, ir.procedure.expressions);
  const records = structures.flatMap((record) => recordLines(record, { module, ir, expressions }));
  return { lines: [...named(expressions), ...checking(module, { ir, checks, records, expressions })], problems: expressions.problems };
}

/** How a step's record is checked: the names of what does it. */
interface RecordCheck {
  readonly step: string;
  /** Definition of the record. */
  readonly name: string;
  readonly structure: string;
  readonly field: string;
}

function recordLines({ step, name, structure, field }: RecordCheck, { module, ir: { procedure }, expressions }: Pick<Checking, "ir" | "expressions"> & { readonly module: ModuleText }): readonly string[] {
  const rules = procedure.form.$defs?.[name]?.["x-rules"] ?? [];
  if (rules.length === 0) return [`  ${printKey(step)}: { structure: ${structure}, field: ${field} },`];
  const printed = ruleLines(module, rules, { base: `/form/$defs/${name}`, expressions });
  return [`  ${printKey(step)}: {`, `    structure: ${structure},`, `    field: ${field},`, "    rules: [", ...printed.map((line) => `  ${line}`), "    ],", "  },"];
}

/** Rules with the functions of their expressions. */
function ruleLines({ words }: ModuleText, rules: readonly Rule[], { base, expressions }: { readonly base: string; readonly expressions: EmittedExpressions }): readonly string[] {
  return rules.flatMap(({ id, each, at, effect, message }, index) => {
    const [when, assert] = [expressions.names[`${base}/x-rules/${index}/when`], expressions.names[`${base}/x-rules/${index}/assert`]];
    const problem = { code: `rule-${id.replaceAll("_", "-")}`, pointer: at, message: words ? message : WORDLESS, ...(effect === "warn" ? { severity: "warning" } : {}) };
    return [
      "    {",
      ...(each === undefined ? [] : [`      each: ${printValue(segmentsOf(each))},`]),
      ...(when === undefined ? [] : [`      when: ${when},`]),
      `      assert: ${assert},`,
      `      problem: ${printValue(problem, "      ")},`,
      "    },",
    ];
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
  const rules = ruleLines(module, ir.rules, { base: "/form", expressions });
  return [
    "const checks = {",
    `  structure: ${checks.root},`,
    `  field: ${checks.rootField},`,
    ...(rules.length === 0 ? ["  rules: [],"] : ["  rules: [", ...rules, "  ],"]),
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
    "/** What an officer records at a step, typed; or all its problems. Rules are asked by the facts there are. */",
    "export function checkRecord(step, record, facts) {",
    `  return ${module.use("checkedRecord")}(records, step, record, facts);`,
    "}",
    "",
  ];
}
