import type { Sdk } from "../generate-sdk.ts";
import type { ProcedureIr } from "../procedure-ir.ts";
import { emitZod } from "../zod/emit-zod.ts";
import { emitDeclarations } from "./emit-declarations.ts";
import { emitFieldsModule } from "./emit-fields-module.ts";
import { emitIs } from "./emit-is.ts";
import { emitModule } from "./emit-module.ts";

/** Prints all files of one procedure. */
export function emitModules(ir: ProcedureIr, name: string): Sdk {
  const module = emitModule(ir, "./shared/");
  const is = emitIs(ir, name);
  const problems = [...module.problems, ...is.problems];
  if (problems.length > 0) return { files: [], problems };
  const declarations = emitDeclarations(ir);
  return {
    files: [
      { path: `${name}.js`, text: module.text },
      { path: `${name}.d.ts`, text: declarations.text },
      ...module.files,
      ...is.files,
      ...emitFieldsModule(ir, name),
      ...emitZod(ir, { name, typeNames: declarations.typeNames }),
    ],
    problems: [],
  };
}
