import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join, relative, resolve } from "node:path";
import type { CalendarYear } from "@motcua/calendar";
import type { Procedure, Province } from "@motcua/procedure";
import type { Definitions, LoadedSample } from "./definitions.ts";
import type { Workspace } from "./workspace.ts";

/** What a start needs of the definitions, kept beside the functions built from them, so that it compiles nothing. */
export interface Built {
  readonly province: Province;
  readonly calendars: readonly CalendarYear[];
  readonly procedures: readonly BuiltProcedure[];
}

/** A procedure of the last build; its module is in the functions' catalogue. */
export interface BuiltProcedure {
  readonly code: string;
  readonly version: string;
  /** Who works on it and which unit settles it: whoever opens a shop has to find people for both. */
  readonly staff: Pick<Procedure, "roles" | "competentUnit">;
  readonly samples: readonly LoadedSample[];
}

const fileOf = (workspace: Workspace): string => join(workspace.state, "build", "definitions.json");

/** Keeps what a build was made from. Paths are kept inside the workspace: it may be moved. */
export async function writeBuilt(workspace: Workspace, { province, calendars, procedures }: Pick<Definitions, "procedures" | "calendars"> & { readonly province: Province }): Promise<void> {
  const built: Built = {
    province,
    calendars,
    procedures: procedures.map(({ procedure: { code, version, roles, competentUnit }, samples }) => ({ code, version, staff: { roles, ...(competentUnit === undefined ? {} : { competentUnit }) }, samples: samples.map(({ file, sample }) => ({ file: relative(workspace.root, file), sample })) })),
  };
  await mkdir(dirname(fileOf(workspace)), { recursive: true });
  await writeFile(fileOf(workspace), JSON.stringify(built));
}

/** Reads what the last build was made from. */
export async function readBuilt(workspace: Workspace): Promise<Built> {
  const { procedures, ...rest } = JSON.parse(await readFile(fileOf(workspace), "utf8")) as Built;
  return {
    ...rest,
    procedures: procedures.map((built) => ({ ...built, samples: built.samples.map(({ file, sample }) => ({ file: resolve(workspace.root, file), sample })) })),
  };
}
