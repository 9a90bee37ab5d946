import { compileFunction } from "node:vm";
import * as runtime from "@motcua/client/runtime";
import type { ProcedureModule } from "@motcua/procedure";
import { transform } from "esbuild";

/**
 * The module that browser and functions run for a procedure, from its emitted text, so that a sample meets the very code a
 * citizen will meet. Nothing is written to disk, and nothing stays when the module is let go.
 * @throws Error when the text asks for anything but the run time
 */
export async function emittedModule(text: string): Promise<ProcedureModule> {
  const { code } = await transform(text, { loader: "js", format: "cjs", target: "node20", logLevel: "silent" });
  const module: { exports: { readonly default?: ProcedureModule } } = { exports: {} };
  compileFunction(code, ["module", "exports", "require"])(module, module.exports, required);
  const { default: loaded } = module.exports;
  if (loaded === undefined) throw new Error("the emitted module has no default export");
  return loaded;
}

function required(name: string): unknown {
  if (name !== "@motcua/client/runtime") throw new Error(`an emitted module imports the run time alone, not ${name}`);
  return runtime;
}
