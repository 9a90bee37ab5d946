import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { threadId } from "node:worker_threads";
import type { GeneratedFile } from "@motcua/codegen";
import { isGenerated } from "./plan-files.ts";
import { signatureOf } from "./signature.ts";

/** What became of the files of one procedure. Paths are inside the package. */
export interface WrittenFiles {
  /** Signatures of the files that are its own, by path. */
  readonly files: Readonly<Record<string, string>>;
  /** Files that it has in common with others. */
  readonly shared: readonly string[];
  /** Those of them that were written; the others were there already, byte for byte. */
  readonly written: readonly string[];
  /** Files in the way that nobody generated: none was written. */
  readonly foreign: readonly string[];
}

/** The folder of a package while procedures are written to it, by several threads maybe. */
export class OutputFolder {
  readonly #out: string;
  readonly #made = new Set<string>();
  /** Shared files that are in place. */
  readonly #shared = new Set<string>();

  constructor(out: string) {
    this.#out = out;
  }

  /** Writes the files of a procedure that are not there yet, all of them or none. */
  write(files: readonly GeneratedFile[]): WrittenFiles {
    const looked = files.filter(({ path }) => !this.#shared.has(path)).map((file) => ({ file, standing: this.#standing(file) }));
    const foreign = looked.filter(({ standing }) => standing === "foreign").map(({ file }) => file.path);
    if (foreign.length > 0) return { files: {}, shared: [], written: [], foreign };
    const changed = looked.filter(({ standing }) => standing !== "same").map(({ file }) => file);
    for (const file of changed) this.#put(file);
    const [shared, own] = [files.filter((file) => file.shared === true), files.filter((file) => file.shared !== true)];
    for (const { path } of shared) this.#shared.add(path);
    return {
      files: Object.fromEntries(own.map(({ path }) => [path, signatureOf(join(this.#out, path))])),
      shared: shared.map(({ path }) => path),
      written: changed.map(({ path }) => path),
      foreign: [],
    };
  }

  /** What stands where a file is to be written. */
  #standing({ path, text }: GeneratedFile): "absent" | "same" | "generated" | "foreign" {
    const at = join(this.#out, path);
    if (statSync(at, { throwIfNoEntry: false }) === undefined) return "absent";
    const now = readFileSync(at, "utf8");
    return now === text ? "same" : isGenerated(now) ? "generated" : "foreign";
  }

  #put({ path, text, shared }: GeneratedFile): void {
    const at = join(this.#out, path);
    const folder = dirname(at);
    if (!this.#made.has(folder)) mkdirSync(folder, { recursive: true });
    this.#made.add(folder);
    if (shared !== true) return writeFileSync(at, text);
    // Another thread may be looking: it finds the whole file, or none.
    writeFileSync(`${at}.${threadId}`, text);
    renameSync(`${at}.${threadId}`, at);
  }
}
