import type { Problem } from "@motcua/procedure";
import type { FormIr } from "../form/form-ir.ts";
import { ModuleText, printImport } from "../print/module-text.ts";
import { type PrintedOnce, printValue } from "../print/print-value.ts";
import type { ProcedureIr } from "../procedure-ir.ts";
import { describeFields, type FieldDescription, fieldMetadata, OPTIONS, printMetadata, printOptions } from "./emit-fields.ts";
import { emitRunning, RESERVED } from "./emit-running.ts";
import { header } from "./header.ts";

/** The module a server, a portal and a browser import: a `ProcedureModule`. */
export function emitModule(ir: ProcedureIr): { readonly text: string; readonly problems: readonly Problem[] } {
  const module = new ModuleText(RESERVED);
  const { lines, problems } = emitRunning(module, ir);
  const exports = [...definition(module, ir), ...lines, ...metadata(module, ir), `export default { procedure, expressions, problems, check, checkRecord };`];
  const text = [header(ir.procedure), printImport(module.imported(), "@motcua/client/runtime"), "", ...module.parts(), "", ...exports, ""].join("\n");
  return { text, problems };
}

function definition(module: ModuleText, { procedure }: ProcedureIr): readonly string[] {
  return ["/** The definition as it was compiled. */", `export const procedure = /*@__PURE__*/ ${module.use("frozen")}(${printProcedure(procedure)});`, ""];
}

/** Printed definitions: those that forms have in common are the same object in each. */
const printedDefinitions: PrintedOnce = new WeakMap();

function printProcedure(procedure: ProcedureIr["procedure"]): string {
  return printValue(procedure, "", { known: printedDefinitions, once: new Set(Object.values(procedure.form.$defs ?? {}).filter(Object.isFrozen)) });
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
  const { options } = fieldMetadata(form, field);
  const text = printMetadata(form, field);
  return options === undefined ? text : text.replace(OPTIONS, () => module.hoist(`${field.pointer.split("/").at(-1)}$options`, printOptions(options)));
}
