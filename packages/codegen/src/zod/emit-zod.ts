import { ModuleText, printImport } from "../print/module-text.ts";
import type { ProcedureIr } from "../procedure-ir.ts";
import { RUNTIME_NAMES } from "../runtime-names.ts";
import { header } from "../module/header.ts";
import { ZodPrinter } from "./print-zod.ts";

/** What the declarations of the module are called. */
export interface ZodOptions {
  /** Import of the module whose types these are. */
  readonly module: string;
  /** Declared types by definition; a definition without one is a plain value. */
  readonly typeNames: Readonly<Record<string, string>>;
}

const RESERVED: ReadonlySet<string> = new Set([...RUNTIME_NAMES, "applies", "codePointsBetween", "forbids", "meets", "present", "z", "Form"]);

/** Zod schemas of the form and of every definition it uses, with thin declarations: inferring them would cost a consumer dear. */
export function emitZod(ir: ProcedureIr, options: ZodOptions): { readonly js: string; readonly dts: string } {
  const module = new ModuleText(RESERVED);
  const printer = new ZodPrinter(module, ir.form);
  for (const name of Object.values(ir.records)) printer.definition(name);
  const form = printer.schema(ir.form.root);
  const imports = [
    'import * as z from "zod/mini";',
    ...(module.imported().length === 0 ? [] : [printImport(module.imported(), "@motcua/client/runtime")]),
    ...(printer.used().length === 0 ? [] : [printImport(printer.used(), "@motcua/client/zod")]),
  ];
  const js = [header(ir.procedure), ...imports, "", ...module.parts(), "", "/** The whole form. */", `export const Form = /*@__PURE__*/ ${form};`, ""].join("\n");
  return { js, dts: declarations(ir, printer.exported(), options) };
}

function declarations(ir: ProcedureIr, exported: Readonly<Record<string, string>>, { module, typeNames }: ZodOptions): string {
  const types = Object.entries(exported).map(([name, constant]) => {
    const declared = typeNames[name];
    return `export declare const ${constant}: ZodMiniType<${declared === undefined ? plainType(ir, name) : `types.${declared}`}>;`;
  });
  return [
    header(ir.procedure),
    'import type { ZodMiniType } from "zod/mini";',
    `import type * as types from ${JSON.stringify(module)};`,
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
