import { join, resolve } from "node:path";
import type { Result } from "../../problem.ts";
import { type CompiledProcedure, compileProcedure } from "../compile-procedure.ts";
import { filesIn, readSource } from "./read-source.ts";
import { loadShared, schemasFolderOf, type SharedSources } from "./load-shared.ts";

/**
 * Reads and compiles the procedure in a folder. `shared` saves reading the project's shared files again.
 * @throws Error when the folder belongs to no project: no ancestor holds a contract
 */
export async function loadProcedureFolder(folder: string, shared?: SharedSources): Promise<Result<CompiledProcedure>> {
  const { contract, schemas, codeLists } = shared ?? (await loadProjectOf(folder));
  const at = resolve(folder);
  const own = [...(await filesIn(at, ".json")), ...(await filesIn(join(at, "samples"), ".json"))];
  const files = await Promise.all(own.map(readSource));
  return compileProcedure({ files: [...files, ...schemas], codeLists, contract });
}

async function loadProjectOf(folder: string): Promise<SharedSources> {
  const schemas = schemasFolderOf(folder);
  if (schemas === undefined) throw new Error(`${folder} belongs to no project: no folder above it holds contract/procedure.schema.json`);
  return loadShared(schemas);
}
