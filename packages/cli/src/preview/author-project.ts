import { readFile } from "node:fs/promises";
import { basename, join, relative } from "node:path";
import type { CalendarYear } from "@motcua/calendar";
import { generateRunnable } from "@motcua/codegen";
import { isError, type Problem, type ProcedureModule, type Province, type Sample } from "@motcua/procedure";
import { loadProvinces, localiseProcedure, overlayHolds, procedureFolders, readProcedureFolder, type SharedSources } from "@motcua/procedure/compile";
import { loadSources } from "../load-sources.ts";
import { checkSources } from "../check/check-sources.ts";
import { emittedModule } from "../check/emitted-module.ts";
import { chosenProvince } from "../for-province.ts";
import { isWithin } from "../is-within.ts";
import type { Workspace } from "../workspace.ts";

/** A procedure as its author last saved it. */
export interface AuthoredProcedure {
  /** Path of the folder below `procedures/`, with `/`: its name in addresses. */
  readonly key: string;
  readonly folder: string;
  readonly problems: readonly Problem[];
  /** Absent where nothing has compiled yet. */
  readonly module?: ProcedureModule;
  readonly samples: readonly Sample[];
  /** Whether `module` is what was saved before: what is saved now does not compile. */
  readonly stale: boolean;
}

/** What all procedures are seen with. */
export interface AuthorContext {
  readonly shared: SharedSources;
  readonly provinces: readonly Province[];
  /** Whether every province compiled. */
  readonly complete: boolean;
  /** The one that is looked at. */
  readonly province: Province | undefined;
  readonly calendars: readonly CalendarYear[];
  readonly problems: readonly Problem[];
}

/** A line of the list of procedures. */
export interface ListedFolder {
  readonly key: string;
  readonly code: string;
  readonly name: string;
}

/** A project whose files are being edited: compiled when somebody looks, one procedure at a time, and again once it has changed. */
export class AuthorProject {
  readonly #workspace: Workspace;
  #context: Promise<AuthorContext> | undefined;
  readonly #fresh = new Map<string, Promise<AuthoredProcedure>>();
  readonly #lastGood = new Map<string, Pick<AuthoredProcedure, "module" | "samples">>();

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  /** Forgets what a changed file touches: one procedure, or, outside of them, everything. */
  changed(path: string): void {
    const procedures = join(this.#workspace.schemas, "procedures");
    if (!isWithin(path, procedures)) {
      this.#context = undefined;
      this.#fresh.clear();
      return;
    }
    for (const key of this.#fresh.keys()) if (isWithin(path, join(procedures, key)) || isWithin(join(procedures, key), path)) this.#fresh.delete(key);
  }

  /** The folders with a procedure; what cannot be read of one is left blank. */
  async list(): Promise<readonly ListedFolder[]> {
    const folders = await procedureFolders(this.#workspace.schemas);
    return Promise.all(
      folders.map(async (folder) => {
        const text = await readFile(join(folder, "procedure.json"), "utf8").catch(() => "");
        const code = /"code"\s*:\s*"([^"]*)"/.exec(text)?.[1] ?? basename(folder);
        return { key: this.#keyOf(folder), code, name: /"name"\s*:\s*\{\s*"vi"\s*:\s*"([^"]*)"/.exec(text)?.[1] ?? "" };
      }),
    );
  }

  context(): Promise<AuthorContext> {
    this.#context ??= this.#read();
    return this.#context;
  }

  /** A procedure by its key; `undefined` where the project has none of that name. */
  async procedure(key: string): Promise<AuthoredProcedure | undefined> {
    const folder = (await procedureFolders(this.#workspace.schemas)).find((one) => this.#keyOf(one) === key);
    if (folder === undefined) return undefined;
    const known = this.#fresh.get(key) ?? this.#compile(key, folder);
    this.#fresh.set(key, known);
    return known;
  }

  async #read(): Promise<AuthorContext> {
    const shared = await loadSources(this.#workspace.schemas);
    const { provinces, complete, calendars, problems } = await loadProvinces(this.#workspace.schemas, [], shared);
    return { shared, provinces, complete, province: chosenProvince(provinces, this.#workspace.province), calendars, problems: [...shared.problems, ...problems] };
  }

  async #compile(key: string, folder: string): Promise<AuthoredProcedure> {
    const context = await this.context();
    const { compiled, problems } = checkSources(await readProcedureFolder(folder), context);
    const module = compiled === undefined ? undefined : moduleOf(compiled.procedure, context.province);
    const found = { key, folder, problems: [...problems, ...context.problems.filter(isError)] };
    if (module === undefined) return { samples: [], ...this.#lastGood.get(key), ...found, stale: this.#lastGood.has(key) };
    const good = { module, samples: compiled?.samples ?? [] };
    this.#lastGood.set(key, good);
    return { ...found, ...good, stale: false };
  }

  #keyOf(folder: string): string {
    return relative(join(this.#workspace.schemas, "procedures"), folder).replaceAll("\\", "/");
  }
}

function moduleOf(procedure: ProcedureModule["procedure"], province: Province | undefined): ProcedureModule | undefined {
  const here = province !== undefined && overlayHolds(province, procedure) ? localiseProcedure(procedure, province) : procedure;
  const { text } = generateRunnable(here);
  return text === undefined ? undefined : emittedModule(here, text);
}
