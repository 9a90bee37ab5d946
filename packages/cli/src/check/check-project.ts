import type { Problem, Procedure } from "@motcua/procedure";
import { inReadingOrder, loadProvinces, loadShared, overlappingVersions, procedureFolders, readProcedureFolder } from "@motcua/procedure/compile";
import { isWithin } from "../is-within.ts";
import type { Workspace } from "../workspace.ts";
import { checkSources } from "./check-sources.ts";

/** What `motcua check` found. */
export interface CheckedProject {
  /** How many procedures and samples were looked at, whether they compile or not. */
  readonly procedures: number;
  readonly samples: number;
  /** By file and place; warnings included. */
  readonly problems: readonly Problem[];
}

/** What is kept of a procedure when the next one is looked at: a catalogue of thousands is never held at once. */
interface KeptProcedure {
  readonly folder: string;
  readonly procedure: Pick<Procedure, "code" | "effective" | "fees" | "cases">;
}

/**
 * Checks everything a project defines: procedures one after the other with their samples, provinces, calendars, shared
 * files. `only` are absolute paths: procedures inside or around one of them are looked at, and only problems of files below
 * one are told.
 */
export async function checkProject({ schemas }: Pick<Workspace, "schemas">, only: readonly string[] = []): Promise<CheckedProject> {
  const wanted = (path: string) => only.length === 0 || only.some((one) => isWithin(path, one) || isWithin(one, path));
  const shared = await loadShared(schemas);
  const { provinces, calendars } = await loadProvinces(schemas, [], shared);
  const folders = await procedureFolders(schemas, { only: wanted });
  const kept: KeptProcedure[] = [];
  const problems: Problem[] = [...shared.problems];
  let samples = 0;
  for (const folder of folders) {
    const files = await readProcedureFolder(folder);
    samples += files.filter(({ path }) => /[/\\]samples[/\\][^/\\]+$/.test(path)).length;
    const { compiled, problems: found } = await checkSources(files, { shared, province: provinces[0], calendars });
    problems.push(...found);
    if (compiled !== undefined) kept.push(keep(folder, compiled.procedure));
  }
  const local = await loadProvinces(schemas, kept, shared);
  const all = inReadingOrder([...problems, ...overlappingVersions(kept), ...local.problems]);
  return { procedures: folders.length, samples, problems: all.filter(({ file }) => file === undefined || wanted(file)) };
}

function keep(folder: string, { code, effective, fees, cases }: Procedure): KeptProcedure {
  return { folder, procedure: { code, effective, fees, cases } };
}
