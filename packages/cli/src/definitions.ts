import type { CalendarYear } from "@motcua/calendar";
import type { Problem, Procedure, Province, Sample } from "@motcua/procedure";
import { type CompiledProcedure, loadCatalogue, loadProvinces, loadShared, localiseProcedure, readProcedureFolder } from "@motcua/procedure/compile";
import { compiledProblems } from "./check/check-sources.ts";
import { locateProblems } from "./check/locate-problems.ts";
import { moveSample } from "./drive/move-sample.ts";
import { chosenProvince } from "./for-province.ts";
import { isWithin } from "./is-within.ts";
import type { Workspace } from "./workspace.ts";

/** A sample with the file it was read from. */
export interface LoadedSample {
  /** Absolute path. */
  readonly file: string;
  readonly sample: Sample;
}

/** A procedure that compiled, with its samples in the order of their files. */
export interface LoadedProcedure {
  readonly procedure: Procedure;
  readonly folder: string;
  readonly samples: readonly LoadedSample[];
}

/** What a workspace defines, and every problem of it, warnings included, each with its file, line and column. */
export interface Definitions {
  readonly procedures: readonly LoadedProcedure[];
  readonly problems: readonly Problem[];
  /** The province this workspace runs, with its overlay in the procedures; absent where none compiles. */
  readonly province: Province | undefined;
  readonly calendars: readonly CalendarYear[];
}

/**
 * Loads and compiles the definitions of a workspace: procedures with their samples, provinces, calendars. Beyond the
 * compiler, each workflow is checked, and that its SDK can be generated. `only` are absolute paths: procedures inside or
 * around one of them are loaded, and only problems of files below one are told.
 */
export async function loadDefinitions(workspace: Workspace, only: readonly string[] = []): Promise<Definitions> {
  const wanted = (path: string) => only.length === 0 || only.some((one) => isWithin(path, one) || isWithin(one, path));
  const catalogue = await loadCatalogue(workspace.schemas, { only: wanted });
  const { provinces, calendars, problems } = await loadProvinces(workspace.schemas, catalogue.procedures);
  const later = await Promise.all(catalogue.procedures.map((compiled) => problemsOfCompiled(compiled, workspace.schemas)));
  const all = [...catalogue.problems, ...later.flat(), ...problems];
  const province = chosenProvince(provinces, workspace.province);
  const here = (procedure: Procedure) => (province === undefined ? procedure : localiseProcedure(procedure, province));
  const moved = (sample: Sample) => (province === undefined ? sample : moveSample(sample, province, provinces));
  return {
    procedures: catalogue.procedures.map(({ procedure, folder, samples, sampleFiles }) => ({ procedure: here(procedure), folder, samples: withFiles(samples.map(moved), sampleFiles) })),
    problems: all.filter(({ file }) => file === undefined || wanted(file)),
    province,
    calendars,
  };
}

async function problemsOfCompiled({ procedure, folder }: CompiledProcedure & { readonly folder: string }, schemas: string): Promise<readonly Problem[]> {
  const { problems } = compiledProblems(procedure);
  return problems.length === 0 ? [] : locateProblems(problems, [...(await readProcedureFolder(folder)), ...(await loadShared(schemas)).schemas]);
}

function withFiles(samples: readonly Sample[], files: Readonly<Record<string, string>>): readonly LoadedSample[] {
  return samples
    .map((sample) => ({ file: files[sample.id] ?? "", sample }))
    .toSorted((a, b) => (a.file < b.file ? -1 : 1));
}
