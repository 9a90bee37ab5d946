import { join, resolve } from "node:path";
import type { Result } from "../../problem.ts";
import { type CompiledProcedure, compileProcedure } from "../compile-procedure.ts";
import type { SourceFile } from "../source/source-file.ts";
import { filesIn, readSource } from "./read-source.ts";
import { loadShared, schemasFolderOf, type SharedSources } from "./load-shared.ts";

/**
 * Reads and compiles the procedure in a folder. `shared` saves reading the project's shared files again.
 * @throws Error when the folder belongs to no project: no ancestor holds a contract
 */
export async function loadProcedureFolder(folder: string, shared?: SharedSources): Promise<Result<CompiledProcedure>> {
  const { contract, schemas, codeLists, dataSources } = shared ?? (await loadProjectOf(folder));
  const files = [...(await readProcedureFolder(folder)), ...schemas];
  return compileProcedure({ files, codeLists, contract, ...(dataSources === undefined ? {} : { dataSources }) });
}

/** Reads the files of the procedure in a folder: its own and its samples. */
export async function readProcedureFolder(folder: string): Promise<readonly SourceFile[]> {
  return [...readDefinitionFolder(folder), ...filesIn(join(resolve(folder), "samples"), ".json").map(readSource)];
}

/** Reads the files of the definition in a folder, not its samples: what is generated does not depend on them. */
export function readDefinitionFolder(folder: string): readonly SourceFile[] {
  return filesIn(resolve(folder), ".json").map(readSource);
}

async function loadProjectOf(folder: string): Promise<SharedSources> {
  const schemas = schemasFolderOf(folder);
  if (schemas === undefined) throw new Error(`${folder} belongs to no project: no folder above it holds contract/procedure.schema.json`);
  return loadShared(schemas);
}
