import { once } from "../form/describe.ts";
import { definitionAt, SharedDefinitions, type SharedPart } from "../module/shared-definitions.ts";
import { SHARED, sharedFile } from "../module/shared-file.ts";
import { ModuleText, printImport } from "../print/module-text.ts";
import { RUNTIME_NAMES } from "../runtime-names.ts";
import { ZodPrinter } from "./print-zod.ts";

/** Names of a module of zod schemas that no definition may take. */
export const RESERVED: ReadonlySet<string> = new Set([...RUNTIME_NAMES, "applies", "codePointsBetween", "forbids", "meets", "present", "z", "Form"]);

/** Lines that import what the schemas of a module are made of. */
export function zodImports(module: ModuleText, printer: ZodPrinter): readonly string[] {
  return [
    'import * as z from "zod/mini";',
    ...(module.imported().length === 0 ? [] : [printImport(module.imported(), "@motcua/client/runtime")]),
    ...(printer.used().length === 0 ? [] : [printImport(printer.used(), "@motcua/client/zod")]),
  ];
}

/** The file of a definition as a schema of zod, after those it imports. */
export const zodFiles = once((form, nodes): readonly SharedPart[] => {
  const definition = definitionAt(nodes);
  const module = new ModuleText(RESERVED);
  const shared = new SharedDefinitions({ form, module, from: "./", filesOf: zodFiles });
  const printer = new ZodPrinter(module, form, (other) => (other === definition ? undefined : shared.nameOf(other)));
  const name = printer.definition(definition);
  const text = [`// ${definition}: as a schema of zod.`, SHARED, ...zodImports(module, printer), ...shared.imports(), "", ...module.parts(), ""].join("\n");
  return [...(shared.files() as readonly SharedPart[]), { ...sharedFile(`zod-${definition}`, text), name }];
});
