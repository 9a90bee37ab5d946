import { fileURLToPath } from "node:url";
import { generateSdk } from "@motcua/codegen";
import type { Procedure, ProcedureModule } from "@motcua/procedure";
import { build } from "esbuild";

/**
 * The module that browser and functions run for a procedure, emitted and loaded here, so that a sample meets the very code
 * a citizen will meet. Nothing is written to disk. @throws when the procedure has no SDK
 */
export async function emittedModule(procedure: Procedure): Promise<ProcedureModule> {
  const [module] = generateSdk(procedure).files;
  if (module === undefined) throw new Error(`no SDK can be generated for ${procedure.code}`);
  const { outputFiles } = await build({
    stdin: { contents: module.text, resolveDir: fileURLToPath(new URL(".", import.meta.url)), loader: "js" },
    bundle: true,
    write: false,
    format: "esm",
    platform: "node",
    target: "node20",
    logLevel: "silent",
  });
  const text = outputFiles[0]?.text ?? "";
  const url = `data:text/javascript;base64,${Buffer.from(text).toString("base64")}`;
  return ((await import(/* @vite-ignore */ url)) as { readonly default: ProcedureModule }).default;
}
