import type { GeneratedFile } from "../generate-sdk.ts";
import { header } from "../module/header.ts";
import { SharedDefinitions } from "../module/shared-definitions.ts";
import { ModuleText, printExport } from "../print/module-text.ts";
import { ownDefinitions, type ProcedureIr } from "../procedure-ir.ts";
import { ZodPrinter } from "./print-zod.ts";
import { RESERVED, zodFiles, zodImports } from "./shared-zod.ts";

/** What the declarations of the module are called. */
export interface ZodOptions {
  /** Declared types by definition; a definition without one is a plain value. */
  readonly typeNames: Readonly<Record<string, string>>;
  /** Name of the procedure's module. */
  readonly name: string;
}

/**
 * `<code>/zod`: zod schemas of the form and of every definition it uses, with thin declarations: inferring them would cost a
 * consumer dear. Those of definitions that many forms have stand in `shared/`.
 */
export function emitZod(ir: ProcedureIr, options: ZodOptions): readonly GeneratedFile[] {
  const module = new ModuleText(RESERVED);
  const shared = new SharedDefinitions({ form: ir.form, module, from: "../shared/", filesOf: zodFiles, own: ownDefinitions(ir) });
  const printer = new ZodPrinter(module, ir.form, (name) => shared.nameOf(name));
  for (const name of Object.values(ir.records)) printer.definition(name);
  const form = printer.schema(ir.form.root);
  const exported = shared.names();
  const js = [
    header(ir.procedure),
    ...zodImports(module, printer),
    ...shared.imports(),
    "",
    ...(exported.length === 0 ? [] : [printExport(exported), ""]),
    ...module.parts(),
    ...(module.parts().length === 0 ? [] : [""]),
    "/** The whole form. */",
    `export const Form = /*@__PURE__*/ ${form};`,
    "",
  ].join("\n");
  return [{ path: `${options.name}/zod.js`, text: js }, { path: `${options.name}/zod.d.ts`, text: declarations(ir, printer.exported(), options) }, ...shared.files()];
}

function declarations(ir: ProcedureIr, exported: Readonly<Record<string, string>>, { name: module, typeNames }: ZodOptions): string {
  const types = Object.entries(exported).map(([name, constant]) => {
    const declared = typeNames[name];
    return `export declare const ${constant}: ZodMiniType<${declared === undefined ? plainType(ir, name) : `types.${declared}`}>;`;
  });
  return [
    header(ir.procedure),
    'import type { ZodMiniType } from "zod/mini";',
    `import type * as types from ${JSON.stringify(`../${module}.js`)};`,
    "",
    ...types,
    "/** The whole form. */",
    "export declare const Form: ZodMiniType<types.Form>;",
    "",
  ].join("\n");
}

function plainType({ form }: ProcedureIr, name: string): string {
  const { type, constant } = form.definitions[name] ?? {};
  if (constant !== undefined) return JSON.stringify(constant.value);
  if (type === "integer") return "number";
  return type === "string" || type === "number" || type === "boolean" ? type : "unknown";
}
