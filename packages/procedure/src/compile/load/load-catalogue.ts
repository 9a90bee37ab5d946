import { join } from "node:path";
import type { Problem } from "../../problem.ts";
import type { Procedure } from "../../procedure.ts";
import type { CompiledProcedure } from "../compile-procedure.ts";
import { problemAt } from "../problems/definition-problem.ts";
import { inReadingOrder } from "../reading-order.ts";
import { loadProcedureFolder } from "./load-procedure-folder.ts";
import { loadShared } from "./load-shared.ts";
import { foldersWith } from "./read-source.ts";

/** The procedures of a project that compiled, and all problems, warnings included. */
export interface LoadedCatalogue {
  /** With the folder each was read from, in the order of folders. */
  readonly procedures: readonly (CompiledProcedure & { readonly folder: string })[];
  readonly problems: readonly Problem[];
}

/** Which folders of `procedures/` to read: all unless said otherwise. */
export interface CatalogueOptions {
  readonly only?: (folder: string) => boolean;
}

/** Reads and compiles every procedure below `procedures/` of a `schemas` folder. One that fails does not hide the others. */
export async function loadCatalogue(schemas: string, { only = () => true }: CatalogueOptions = {}): Promise<LoadedCatalogue> {
  const shared = await loadShared(schemas);
  const folders = await procedureFolders(schemas, { only });
  const procedures: (CompiledProcedure & { readonly folder: string })[] = [];
  const problems: Problem[] = [...shared.problems];
  for (const folder of folders) {
    const result = await loadProcedureFolder(folder, shared);
    if (result.ok) procedures.push({ ...result.value, folder });
    problems.push(...(result.ok ? result.value.warnings : result.problems));
  }
  return { procedures, problems: inReadingOrder([...problems, ...overlappingVersions(procedures)]) };
}

/** The folders below `procedures/` of a `schemas` folder that hold a procedure, sorted. */
export async function procedureFolders(schemas: string, { only = () => true }: CatalogueOptions = {}): Promise<readonly string[]> {
  return foldersWith(join(schemas, "procedures"), "procedure.json").filter(only);
}

/** A procedure of a catalogue, as far as another version of it is concerned. */
export interface CataloguedVersion {
  readonly procedure: Pick<Procedure, "code" | "effective">;
  readonly folder: string;
}

/** Two versions of one procedure that come into force on the same day: nobody could say which applies. */
export function overlappingVersions(procedures: readonly CataloguedVersion[]): readonly Problem[] {
  const seen = new Set<string>();
  return procedures.flatMap(({ procedure: { code, effective }, folder }) => {
    const key = `${code}@${effective.from}`;
    if (!seen.has(key)) {
      seen.add(key);
      return [];
    }
    return [problemAt({ file: join(folder, "procedure.json"), line: 1, column: 1 }, { code: "version-period-overlap", pointer: "/effective/from", given: { name: code } })];
  });
}
