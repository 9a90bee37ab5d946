import type { Problem } from "@motcua/procedure";
import type { FormIr } from "../form/form-ir.ts";
import { ModuleText, printImport } from "../print/module-text.ts";
import { printValue } from "../print/print-value.ts";
import type { ProcedureIr } from "../procedure-ir.ts";
import { describeFields, type FieldDescription, fieldMetadata } from "./emit-fields.ts";
import { emitRunning, RESERVED } from "./emit-running.ts";
import { header } from "./header.ts";

/** The module a server, a portal and a browser import: a `ProcedureModule`. */
export function emitModule(ir: ProcedureIr): { readonly text: string; readonly problems: readonly Problem[] } {
  const module = new ModuleText(RESERVED);
  const { lines, problems } = emitRunning(module, ir);
  const exports = [
    ...definition(module, ir),
    ...lines,
    ...metadata(module, ir),
    `export default { procedure, expressions, problems, check, checkRecord };`,
  ].join("\n");
  const text = [header(ir.procedure), printImport(module.imported(), "@motcua/client/runtime"), "", module.body(), "", exports, ""].join("\n");
  return { text, problems };
}

function definition(module: ModuleText, { procedure }: ProcedureIr): readonly string[] {
  return ["/** The definition as it was compiled. */", `export const procedure = /*@__PURE__*/ ${module.use("frozen")}(${printValue(procedure)});`, ""];
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
