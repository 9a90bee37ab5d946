import type { Problem } from "@motcua/procedure";
import { inReadingOrder, loadProvinces, overlappingVersions, procedureFolders } from "@motcua/procedure/compile";
import { loadSources } from "../load-sources.ts";
import { isWithin } from "../is-within.ts";
import type { Workspace } from "../workspace.ts";
import { checkFolders } from "./check-folders.ts";
import { checkInThreads } from "./check-in-threads.ts";

/** What `motcua check` found. */
export interface CheckedProject {
  /** How many procedures and samples were looked at, whether they compile or not. */
  readonly procedures: number;
  readonly samples: number;
  /** By file and place; warnings included. */
  readonly problems: readonly Problem[];
}

/**
 * Checks everything a project defines: procedures with their samples, provinces, calendars, shared files. `only` are
 * absolute paths: procedures inside or around one of them are looked at, and only problems of files below one are told.
 */
export async function checkProject({ schemas }: Pick<Workspace, "schemas">, only: readonly string[] = []): Promise<CheckedProject> {
  const wanted = (path: string) => only.length === 0 || only.some((one) => isWithin(path, one) || isWithin(one, path));
  const folders = await procedureFolders(schemas, { only: wanted });
  // While threads are at work, what they share is looked at here.
  const [many, shared] = await Promise.all([checkInThreads({ schemas, folders }), loadSources(schemas)]);
  const { kept, samples, problems } = many ?? (await checkFolders({ schemas, folders }, shared));
  const local = await loadProvinces(schemas, kept, shared);
  const all = inReadingOrder([...shared.problems, ...problems, ...overlappingVersions(kept), ...local.problems]);
  return { procedures: folders.length, samples, problems: all.filter(({ file }) => file === undefined || wanted(file)) };
}
