import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { SourceFile } from "../source/source-file.ts";
import { MOST_BYTES } from "../source/unfit-text.ts";

/**
 * Reads a file as source. One too large for a definition is not read; one that cannot be read says so: both are told as
 * problems. Definitions are small and many: waiting for each costs more than reading it.
 */
export function readSource(path: string): SourceFile {
  try {
    const { size } = statSync(path);
    return size > MOST_BYTES ? { path, text: "", bytes: size } : { path, text: readFileSync(path, "utf8") };
  } catch {
    return { path, text: "", unreadable: true };
  }
}

/** The files directly in a folder whose name ends so, sorted; none where there is no such folder. */
export function filesIn(folder: string, ending: string): readonly string[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    return entries.filter((entry) => entry.isFile() && entry.name.endsWith(ending)).map((entry) => join(folder, entry.name)).toSorted();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}

/** The folders below one that hold a file of this name, sorted, the folder itself included; none where there is no such folder. */
export function foldersWith(folder: string, name: string): readonly string[] {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile() && entry.name === name).map((entry) => entry.parentPath).toSorted();
}
