import { readdirSync } from "node:fs";
import { join } from "node:path";

/** Folders below `procedures/` that hold a definition, sorted. Samples are not looked into: a catalogue has thousands. */
export function definitionFolders(schemas: string): readonly string[] {
  const found: string[] = [];
  const left = [join(schemas, "procedures")];
  for (let folder = left.pop(); folder !== undefined; folder = left.pop()) {
    const entries = readdirSync(folder, { withFileTypes: true });
    if (entries.some((entry) => entry.name === "procedure.json")) found.push(folder);
    else for (const entry of entries) if (entry.isDirectory()) left.push(join(folder, entry.name));
  }
  return found.toSorted();
}
