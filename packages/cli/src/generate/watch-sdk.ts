import { watch } from "node:fs";
import { dirname, join, sep } from "node:path";
import type { SharedSources } from "@motcua/procedure/compile";
import { loadSources } from "../load-sources.ts";
import { EXIT } from "../exit.ts";
import type { Workspace } from "../workspace.ts";
import { generateFolders } from "./generate-folders.ts";
import { type SdkTarget, type SdkUpdate, updateSdk } from "./update-sdk.ts";

/** Editors write a file in several steps, several files at once: so many milliseconds of quiet end a change. */
const QUIET_MS = 40;

/** What watching starts from, and who hears of it. */
export interface Watching {
  /** Names of modules by the folder of their definition. */
  readonly names: ReadonlyMap<string, string>;
  readonly told: (update: SdkUpdate) => void;
}

/** Brings an SDK up to date at every change of a definition, until the command is stopped. Runs never overlap. */
export async function watchSdk(workspace: Workspace, target: SdkTarget, watching: Watching): Promise<number> {
  const watched = new WatchedSdk(workspace, target, watching);
  await watched.prepare();
  const changed = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  const watcher = watch(workspace.schemas, { recursive: true }, (_, path) => {
    if (path === null || path.split(sep).includes("samples")) return;
    changed.add(join(workspace.schemas, path));
    clearTimeout(timer);
    timer = setTimeout(() => {
      const paths = [...changed];
      changed.clear();
      running = running.then(() => watched.update(paths)).catch((error: unknown) => console.error(error instanceof Error ? error.message : error));
    }, QUIET_MS);
  });
  await new Promise<void>((resolve) => process.once("SIGINT", () => resolve()));
  watcher.close();
  clearTimeout(timer);
  await running;
  return EXIT.done;
}

class WatchedSdk {
  readonly #workspace: Workspace;
  readonly #target: SdkTarget;
  readonly #told: Watching["told"];
  #names: ReadonlyMap<string, string>;
  #shared: SharedSources | undefined;

  constructor(workspace: Workspace, target: SdkTarget, { names, told }: Watching) {
    this.#workspace = workspace;
    this.#target = target;
    this.#told = told;
    this.#names = names;
  }

  /** Loads what every run needs, so that the first change finds it there. */
  async prepare(): Promise<void> {
    this.#shared = await loadSources(this.#workspace.schemas);
    const [first] = this.#names;
    if (first !== undefined) await generateFolders({ schemas: this.#workspace.schemas, out: this.#target.out, folders: [{ folder: first[0], name: first[1] }] }, this.#shared);
  }

  /** A form or a workflow concerns its own module; anything else may concern every one, and the names of modules. */
  async update(paths: readonly string[]): Promise<void> {
    const folders = [...new Set(paths.map((path) => dirname(path)))];
    const isAlone = paths.every((path) => /(?:form\.schema|workflow)\.json$/.test(path)) && folders.every((folder) => this.#names.has(folder));
    return isAlone ? this.#some(folders) : this.#all();
  }

  async #some(folders: readonly string[]): Promise<void> {
    const request = { schemas: this.#workspace.schemas, out: this.#target.out, folders: folders.map((folder) => ({ folder, name: this.#names.get(folder) ?? "" })) };
    const done = await generateFolders(request, this.#shared);
    const written = done.flatMap((one) => one.written);
    const [foreign, problems] = [done.flatMap((one) => one.foreign), done.flatMap((one) => one.problems)];
    if (written.length + foreign.length + problems.length === 0) return;
    this.#told({ written, removed: [], foreign, problems, generated: done.length, names: this.#names, procedures: this.#names.size, unchanged: done.flatMap(({ files, shared }) => [...Object.keys(files), ...shared]).length - written.length });
  }

  async #all(): Promise<void> {
    this.#shared = await loadSources(this.#workspace.schemas);
    const update = await updateSdk(this.#workspace, this.#target);
    this.#names = update.names;
    if (update.generated > 0 || update.removed.length > 0) this.#told(update);
  }
}
