import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { SourceFile } from "../source/source-file.ts";

/** Reads a file as source. */
export async function readSource(path: string): Promise<SourceFile> {
  return { path, text: await readFile(path, "utf8") };
}

/** The files directly in a folder whose name ends so, sorted; none where there is no such folder. */
export async function filesIn(folder: string, ending: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries.filter((entry) => entry.isFile() && entry.name.endsWith(ending)).map((entry) => join(folder, entry.name)).toSorted();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}

/** The folders below one that hold a file of this name, sorted, the folder itself included. */
export async function foldersWith(folder: string, name: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile() && entry.name === name).map((entry) => entry.parentPath).toSorted();
}
