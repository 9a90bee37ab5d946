import { join } from "node:path";
import type { CalendarYear } from "@motcua/calendar";
import type { Problem, Result } from "../../problem.ts";
import type { Province } from "../../province.ts";
import { compileCalendars } from "../compile-calendars.ts";
import { compileProvince } from "../compile-province.ts";
import type { LocallyDecided } from "../province/local-faults.ts";
import { procedureFolders } from "./load-catalogue.ts";
import { loadShared, type SharedSources } from "./load-shared.ts";
import { filesIn, foldersWith, readSource } from "./read-source.ts";

/** The calendars and provinces of a project that compiled, and all problems. */
export interface LoadedProvinces {
  readonly calendars: readonly CalendarYear[];
  readonly provinces: readonly Province[];
  /** Whether every province compiled: a unit nobody has may be one of a province that does not. */
  readonly complete: boolean;
  readonly problems: readonly Problem[];
}

/** What a province decides of a procedure is held to. */
export interface LocallyOpen {
  readonly procedure: LocallyDecided;
}

/** Reads and compiles `calendars/` and `provinces/` of a `schemas` folder; provinces are held to the procedures given. `shared` saves reading the project's shared files again. */
export async function loadProvinces(schemas: string, procedures: readonly LocallyOpen[] = [], shared?: SharedSources): Promise<LoadedProvinces> {
  const { contract, codeLists } = shared ?? (await loadShared(schemas));
  const years = compileCalendars(filesIn(join(schemas, "calendars"), ".json").map(readSource), contract);
  const folders = foldersWith(join(schemas, "provinces"), "province.json");
  const sources = folders.map((folder) => readSource(join(folder, "province.json")));
  const codes = procedures.length === 0 ? undefined : codesIn(await procedureFolders(schemas));
  const held = { contract, codeLists, procedures: procedures.map(({ procedure }) => procedure), ...(codes === undefined ? {} : { codes }) };
  const compiled = sources.map((file) => compileProvince({ file, ...held }));
  return {
    calendars: years.ok ? years.value : [],
    complete: compiled.every(({ ok }) => ok),
    provinces: compiled.flatMap((result) => (result.ok ? [result.value] : [])),
    problems: [...problemsOf(years), ...compiled.flatMap((result) => problemsOf<unknown>(result))],
  };
}

/** Codes of a project's procedures, those that do not compile too, by the names of their folders, with each version's below as `code@day`; unknown where a folder is named otherwise. */
function codesIn(folders: readonly string[]): readonly string[] | undefined {
  const codes = folders.map((folder) => /[/\\](\d\.\d{6})(?!\d)[^/\\]*(?:[/\\]([^/\\]*))?$/.exec(folder)?.slice(1));
  return codes.every((code) => code !== undefined) ? codes.flatMap(([code = "", version]) => (version === undefined ? [code] : [code, `${code}@${version}`])) : undefined;
}

function problemsOf<T>(result: Result<T>): readonly Problem[] {
  return result.ok ? [] : result.problems;
}
