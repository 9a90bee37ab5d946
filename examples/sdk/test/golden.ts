import { fileURLToPath } from "node:url";
import { generateCatalogue, type GeneratedFile } from "@motcua/codegen";
import type { Procedure } from "@motcua/procedure";
import { loadCatalogue } from "@motcua/procedure/compile";

/** Folder of the committed SDK. */
export const SDK = new URL("../", import.meta.url);

/** What brings the committed SDK up to date. */
export const UPDATE = "node --import tsx examples/sdk/test/update.ts";

/** The SDK of the procedures in `schemas/`, as the generator gives it now. */
export async function goldenFiles(order: (procedures: readonly Procedure[]) => readonly Procedure[] = (given) => given): Promise<readonly GeneratedFile[]> {
  const { procedures, problems } = await loadCatalogue(fileURLToPath(new URL("../../../schemas", import.meta.url)));
  const sdk = generateCatalogue(order(procedures.map(({ procedure }) => procedure)), { name: "@dongthap/procedures" });
  const errors = [...problems.filter(({ severity }) => severity !== "warning"), ...sdk.problems];
  if (errors.length > 0) throw new Error(`the definitions do not compile: ${errors.map(({ code, pointer }) => `${code} ${pointer}`).join(", ")}`);
  return sdk.files;
}
