import type { Problem } from "@motcua/procedure";
import { ModuleText, printImport } from "../print/module-text.ts";
import { type PrintedOnce, printValue } from "../print/print-value.ts";
import type { ProcedureIr } from "../procedure-ir.ts";
import { emitRunning, RESERVED } from "./emit-running.ts";
import { header } from "./header.ts";

/** The module a server, a portal and a browser import: a `ProcedureModule`. */
export function emitModule(ir: ProcedureIr): { readonly text: string; readonly problems: readonly Problem[] } {
  const module = new ModuleText(RESERVED);
  const { lines, problems } = emitRunning(module, ir);
  const exports = [...definition(module, ir), ...lines, ...names(ir), `export default { procedure, expressions, problems, check, checkRecord };`];
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

function names({ ids }: ProcedureIr): readonly string[] {
  return ["/** Names the definition gives. */", `export const ids = ${printValue(ids)};`, ""];
}
