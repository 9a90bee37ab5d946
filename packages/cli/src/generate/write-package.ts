import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { packageFile } from "@motcua/codegen/package-file";
import type { GeneratedFolder } from "./generate-folders.ts";
import type { Ledger } from "./ledger.ts";
import { generatedIn, isGenerated, removeFiles } from "./plan-files.ts";

/** What became of a package as a whole. Paths are inside it. */
export interface PackageOutcome {
  readonly written: readonly string[];
  readonly removed: readonly string[];
  readonly foreign: readonly string[];
  readonly unchanged: number;
}

interface Run {
  readonly before: Ledger;
  readonly ledger: Ledger;
  readonly done: readonly GeneratedFolder[];
}

/** Writes what the procedures have in common, and removes what was generated earlier and no longer is. */
export async function writePackage({ out, name }: { readonly out: string; readonly name: string }, { before, ledger, done }: Run): Promise<PackageOutcome> {
  const kept = new Set(Object.values(ledger.folders).flatMap(({ files }) => Object.keys(files)));
  // What a folder with problems had is left as it was: half an SDK helps nobody.
  const failed = new Set(done.filter(({ files }) => Object.keys(files).length === 0).map(({ folder }) => folder));
  for (const [folder, { files }] of Object.entries(before.folders)) if (failed.has(folder)) for (const path of Object.keys(files)) kept.add(path);
  const earlier = before.basis === "" ? await generatedIn(out) : Object.values(before.folders).flatMap(({ files }) => Object.keys(files));
  const removed = failed.size > 0 ? [] : [...new Set(earlier)].filter((path) => !kept.has(path));
  await removeFiles(out, removed);
  const written = [...new Set([...writeManifest(out, name), ...done.flatMap((folder) => folder.written)])];
  return { written, removed, foreign: done.flatMap(({ foreign }) => foreign), unchanged: kept.size + 1 - written.length };
}

/** Whether somebody else's manifest stands where the package's has to. */
export function hasForeignManifest({ out, name }: { readonly out: string; readonly name: string }): boolean {
  const { path, text } = packageFile({ name });
  const before = textOf(join(out, path));
  return before !== undefined && before !== text && !isGenerated(before);
}

function writeManifest(out: string, name: string): readonly string[] {
  const { path, text } = packageFile({ name });
  const before = textOf(join(out, path));
  if (before === text) return [];
  mkdirSync(out, { recursive: true });
  writeFileSync(join(out, path), text);
  return [path];
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

