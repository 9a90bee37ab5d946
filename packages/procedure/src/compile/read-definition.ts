import type { Problem } from "../problem.ts";
import type { DefinitionPart } from "./cel/expression-places.ts";
import type { Contract } from "./contract/contract.ts";
import { validateContract } from "./contract/validate-contract.ts";
import { checkSaidTexts } from "./meaning/check-said-texts.ts";
import { problemAt } from "./problems/definition-problem.ts";
import { type FileSet, normalPath } from "./source/file-set.ts";
import { parseJson } from "./source/parse-json.ts";
import type { ParsedFile } from "./source/parsed-file.ts";
import type { SourceFile } from "./source/source-file.ts";

/** A definition's files, parsed and held to the contract. A part is absent where its file is missing or wrong. */
export interface ReadDefinition {
  readonly parts: Partial<Readonly<Record<DefinitionPart, ParsedFile>>>;
  readonly samples: readonly ParsedFile[];
  /** Files the form may refer to, by normal path. */
  readonly shared: FileSet;
  readonly problems: readonly Problem[];
}

const PARTS: Readonly<Record<string, DefinitionPart>> = { "procedure.json": "procedure", "form.schema.json": "form", "workflow.json": "workflow" };

/** Parses the files of a definition and tells them apart by their names: three parts, `samples/*.json`, shared schemas. */
export function readDefinition(files: readonly SourceFile[], contract: Contract): ReadDefinition {
  const parts: Partial<Record<DefinitionPart, ParsedFile>> = {};
  const samples: ParsedFile[] = [];
  const shared = new Map<string, ParsedFile>();
  const problems: Problem[] = [...missingFiles(files)];
  for (const source of files) {
    const part = PARTS[baseName(source)];
    const kind = part ?? (isSample(source) ? "sample" : "form");
    const outcome = readFile(source, kind, contract);
    problems.push(...outcome.problems);
    if (outcome.file === undefined) continue;
    if (part !== undefined) parts[part] = outcome.file;
    else if (kind === "sample") samples.push(outcome.file);
    else shared.set(normalPath(source.path), outcome.file);
  }
  return { parts, samples, shared, problems };
}

function baseName({ path }: SourceFile): string {
  return normalPath(path).split("/").at(-1) ?? "";
}

function isSample({ path }: SourceFile): boolean {
  return /(^|\/)samples\/[^/]+\.json$/.test(normalPath(path));
}

/** Shared files are read once for a whole catalogue: their source is the same object every time. */
const known = new WeakMap<SourceFile, WeakMap<Contract, ReadFile>>();

interface ReadFile {
  readonly file?: ParsedFile;
  readonly problems: readonly Problem[];
}

function readFile(source: SourceFile, kind: DefinitionPart | "sample", contract: Contract): ReadFile {
  const before = known.get(source)?.get(contract);
  if (before !== undefined) return before;
  const outcome = readFresh(source, kind, contract);
  const byContract = known.get(source) ?? new WeakMap<Contract, ReadFile>();
  known.set(source, byContract.set(contract, outcome));
  return outcome;
}

function readFresh(source: SourceFile, kind: DefinitionPart | "sample", contract: Contract): ReadFile {
  const { file, problems } = parseJson(source);
  if (file === undefined) return { problems };
  const violations = validateContract(file, kind, contract);
  if (violations.length > 0) return { problems: [...problems, ...violations] };
  return { file, problems: kind === "sample" ? problems : [...problems, ...checkSaidTexts(file)] };
}

function missingFiles(files: readonly SourceFile[]): readonly Problem[] {
  const names = files.map(baseName);
  const folder = normalPath(files.find((file) => PARTS[baseName(file)] !== undefined)?.path ?? "").replace(/[^/]*$/, "");
  return Object.keys(PARTS)
    .filter((name) => !names.includes(name))
    .map((name) => problemAt({ file: `${folder}${name}`, line: 1, column: 1 }, { code: "file-missing", pointer: "", given: { name } }));
}
