import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { generateSdk, type GeneratedFile } from "@motcua/codegen";
import { isError, type Problem } from "@motcua/procedure";
import { loadProcedureFolder, loadShared, readProcedureFolder, type SharedSources } from "@motcua/procedure/compile";
import { checkWorkflow } from "@motcua/workflow";
import { locateProblems } from "../check/locate-problems.ts";
import { isGenerated } from "./plan-files.ts";
import { signatureOf } from "./signature.ts";

/** A definition to generate from, and what its module is to be called. */
export interface NamedFolder {
  readonly folder: string;
  readonly name: string;
}

/** What to generate. */
export interface GenerateRequest {
  readonly schemas: string;
  readonly out: string;
  readonly folders: readonly NamedFolder[];
}

/** What became of one folder. Nothing of it is written where it has problems. */
export interface GeneratedFolder {
  readonly folder: string;
  /** Signatures of its files, by path in the package. */
  readonly files: Readonly<Record<string, string>>;
  /** Those of them that were written; the others were there already, byte for byte. */
  readonly written: readonly string[];
  /** Files in the way that nobody generated. */
  readonly foreign: readonly string[];
  readonly problems: readonly Problem[];
}

/** Compiles, generates and writes one definition after the other; none is kept in memory longer than its turn. */
export async function generateFolders({ schemas, out, folders }: GenerateRequest, known?: SharedSources): Promise<readonly GeneratedFolder[]> {
  const shared = known ?? (await loadShared(schemas));
  const done: GeneratedFolder[] = [];
  const settled: Settled = new Map();
  for (const { folder, name } of folders) {
    const compiled = await loadProcedureFolder(folder, shared);
    if (!compiled.ok) {
      done.push(refused(folder, compiled.problems.filter(isError)));
      continue;
    }
    const { procedure } = compiled.value;
    const sdk = generateSdk(procedure, { name });
    const problems = [...sdk.problems, ...checkWorkflow(procedure)].filter(isError);
    done.push(problems.length > 0 ? refused(folder, locateProblems(problems, await readProcedureFolder(folder))) : write({ folder, out, settled }, sdk.files));
  }
  return done;
}

function refused(folder: string, problems: readonly Problem[]): GeneratedFolder {
  return { folder, files: {}, written: [], foreign: [], problems };
}

/** Signatures of files that are as they should be, by path. What procedures share is named by its content: it is looked at once. */
type Settled = Map<string, string>;

interface Target {
  readonly folder: string;
  readonly out: string;
  readonly settled: Settled;
}

function write({ folder, out, settled }: Target, files: readonly GeneratedFile[]): GeneratedFolder {
  const now = files.filter(({ path }) => !settled.has(path)).map((file) => ({ ...file, at: join(out, file.path), before: textOf(join(out, file.path)) }));
  const foreign = now.filter(({ before, text }) => before !== undefined && before !== text && !isGenerated(before)).map(({ path }) => path);
  if (foreign.length > 0) return { folder, files: {}, written: [], foreign, problems: [] };
  const changed = now.filter(({ before, text }) => before !== text);
  for (const { at, text } of changed) {
    mkdirSync(dirname(at), { recursive: true });
    writeFileSync(at, text);
  }
  for (const { path, at } of now) settled.set(path, signatureOf(at));
  return { folder, files: Object.fromEntries(files.map(({ path }) => [path, settled.get(path) ?? ""])), written: changed.map(({ path }) => path), foreign: [], problems: [] };
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}
