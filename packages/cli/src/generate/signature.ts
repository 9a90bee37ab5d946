import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";

/** What tells whether a file was touched: size, and times of contents and of the entry, in milliseconds. A copy or a checkout changes it, no edit leaves it. */
export function signatureOf(file: string): string {
  const stat = statSync(file, { throwIfNoEntry: false });
  return stat === undefined ? "absent" : `${stat.size}:${stat.mtimeMs}:${stat.ctimeMs}`;
}

/** The same of the definition in a folder: its three files, not its samples. */
export function definitionSignature(folder: string): string {
  return ["form.schema.json", "procedure.json", "workflow.json"].map((name) => signatureOf(join(folder, name))).join(" ");
}

/** The same of every file below some folders. */
export function folderSignature(folders: readonly string[]): string {
  const files = folders.flatMap((folder) => readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)));
  return files.toSorted().map((file) => `${file} ${signatureOf(file)}`).join("\n");
}
