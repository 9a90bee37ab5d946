import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Problem, Procedure, Province } from "@motcua/procedure";
import { type LocallyDecided, loadProvinces, readProcedureFolder, type SharedSources } from "@motcua/procedure/compile";
import { checkSources } from "./check-sources.ts";
import { overlayProblems, type ProvinceSource } from "./overlay-problems.ts";

/** What is kept of a procedure when the next one is looked at: a catalogue of thousands is never held at once. */
export interface KeptProcedure {
  readonly folder: string;
  readonly procedure: LocallyDecided & Pick<Procedure, "effective">;
}

/** What was found in some folders of a catalogue. Plain data: it crosses from thread to thread. */
export interface CheckedFolders {
  /** Those that compile. */
  readonly kept: readonly KeptProcedure[];
  readonly samples: number;
  readonly problems: readonly Problem[];
}

/** Some folders of a catalogue. */
export interface FolderRequest {
  /** `schemas/` of the project. */
  readonly schemas: string;
  readonly folders: Iterable<string>;
}

/** Checks the procedures in some folders, one after the other, with the project's shared files. Problems of those are not told here. */
export async function checkFolders({ schemas, folders }: FolderRequest, shared: SharedSources): Promise<CheckedFolders> {
  const { provinces, complete, calendars } = await loadProvinces(schemas, [], shared);
  const overlays = await Promise.all(provinces.map((one) => provinceSource(schemas, one)));
  const kept: KeptProcedure[] = [];
  const problems: Problem[] = [];
  let samples = 0;
  for (const folder of folders) {
    const files = await readProcedureFolder(folder);
    samples += files.filter(({ path }) => /[/\\]samples[/\\][^/\\]+$/.test(path)).length;
    const { compiled, problems: found } = checkSources(files, { shared, provinces, complete, calendars });
    problems.push(...found);
    if (compiled === undefined) continue;
    kept.push(keep(folder, compiled.procedure));
    problems.push(...overlays.flatMap((overlay) => overlayProblems(compiled.procedure, overlay)));
  }
  return { kept, samples, problems };
}

async function provinceSource(schemas: string, province: Province): Promise<ProvinceSource> {
  const path = join(schemas, "provinces", province.id, "province.json");
  return { province, file: { path, text: await readFile(path, "utf8").catch(() => "") } };
}

function keep(folder: string, { code, effective, fees, cases, roles, parameters, workflow }: Procedure): KeptProcedure {
  return { folder, procedure: { code, effective, fees, cases, roles, workflow, ...(parameters === undefined ? {} : { parameters }) } };
}
