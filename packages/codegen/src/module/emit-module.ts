import type { Problem } from "@motcua/procedure";
import type { GeneratedFile } from "../generate-sdk.ts";
import { ModuleText, printImport } from "../print/module-text.ts";
import { Name, printValue } from "../print/print-value.ts";
import { ownDefinitions, type ProcedureIr } from "../procedure-ir.ts";
import { emitRunning, RESERVED } from "./emit-running.ts";
import { header } from "./header.ts";
import { checkFiles } from "./shared-checks.ts";
import { SharedDefinitions } from "./shared-definitions.ts";
import { schemaFiles } from "./shared-schemas.ts";

/** A `ProcedureModule` as text. */
export interface EmittedModule {
  readonly text: string;
  /** What it imports of `shared/`. */
  readonly files: readonly GeneratedFile[];
  readonly problems: readonly Problem[];
}

/**
 * The module a server, a portal and a browser import: a `ProcedureModule`. `from` is where `shared/` stands, seen from it:
 * the definitions that many forms have and their checks are taken from there. Without it, the module has all in itself.
 */
export function emitModule(ir: ProcedureIr, from?: string): EmittedModule {
  const module = new ModuleText(RESERVED);
  const [checks, schemas] = [checkFiles, schemaFiles].map((filesOf) => (from === undefined ? undefined : new SharedDefinitions({ form: ir.form, module, from, filesOf, own: ownDefinitions(ir) })));
  const { lines, problems } = emitRunning(module, ir, (name) => checks?.nameOf(name));
  const exports = [...definition(module, ir, schemas), ...lines, ...names(ir), `export default { procedure, expressions, problems, check, checkRecord };`];
  const imports = [printImport(module.imported(), "@motcua/client/runtime"), ...(checks?.imports() ?? []), ...(schemas?.imports() ?? [])];
  const text = [header(ir.procedure), ...imports, "", ...module.parts(), "", ...exports, ""].join("\n");
  return { text, files: [...(checks?.files() ?? []), ...(schemas?.files() ?? [])], problems };
}

function definition(module: ModuleText, { procedure }: ProcedureIr, schemas: SharedDefinitions | undefined): readonly string[] {
  const $defs = Object.entries(procedure.form.$defs ?? {}).map(([name, schema]) => {
    const known = schemas?.nameOf(name, `${name}$schema`);
    return [name, known === undefined ? schema : new Name(known)];
  });
  const form = procedure.form.$defs === undefined ? procedure.form : { ...procedure.form, $defs: Object.fromEntries($defs) as unknown };
  return ["/** The definition as it was compiled. */", `export const procedure = /*@__PURE__*/ ${module.use("frozen")}(${printValue({ ...procedure, form })});`, ""];
}

function names({ ids }: ProcedureIr): readonly string[] {
  return ["/** Names the definition gives. */", `export const ids = ${printValue(ids)};`, ""];
}
