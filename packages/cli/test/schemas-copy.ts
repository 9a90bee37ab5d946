import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { requireWorkspace, type Workspace } from "../src/workspace.ts";

/** A project with a copy of the repository's definitions, to plant faults in. */
export interface SchemasCopy {
  readonly workspace: Workspace;
  /** Replaces one text in a file below `schemas`; gives the file's path and the line where it was. @throws when it is not there */
  readonly plant: (file: string, from: string, to: string) => { readonly path: string; readonly line: number };
  /** Puts every file back. */
  readonly restore: () => void;
  readonly remove: () => void;
}

/** Copies `schemas/` into a project of its own. */
export function copySchemas(): SchemasCopy {
  const root = mkdtempSync(join(tmpdir(), "motcua-schemas-"));
  cpSync(fileURLToPath(new URL("../../../schemas", import.meta.url)), join(root, "schemas"), { recursive: true });
  const workspace = requireWorkspace(root);
  const originals = new Map<string, string>();
  return {
    workspace,
    plant: (file, from, to) => {
      const path = join(workspace.schemas, file);
      const text = readFileSync(path, "utf8");
      if (!text.includes(from)) throw new Error(`nothing to plant in ${file}: ${from}`);
      if (!originals.has(path)) originals.set(path, text);
      writeFileSync(path, text.replace(from, () => to));
      return { path, line: text.slice(0, text.indexOf(from)).split("\n").length };
    },
    restore: () => {
      for (const [path, text] of originals) writeFileSync(path, text);
      originals.clear();
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}
