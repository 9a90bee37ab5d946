import type { Problem } from "../problem.ts";
import type { DefinitionPart } from "./cel/expression-places.ts";
import type { Contract, ContractKind } from "./contract/contract.ts";
import { validateContract } from "./contract/validate-contract.ts";
import { expandFragments, type FragmentFiles, type FragmentPart, FRAGMENT_SECTIONS } from "./fragments/expand-fragments.ts";
import { checkSaidTexts } from "./meaning/check-said-texts.ts";
import { problemAt } from "./problems/definition-problem.ts";
import { type FileSet, normalPath } from "./source/file-set.ts";
import { type ParseOutcome, parseJson } from "./source/parse-json.ts";
import type { ParsedFile } from "./source/parsed-file.ts";
import type { SourceFile } from "./source/source-file.ts";

/** A definition's files, parsed, with fragments in the place of references to them, and held to the contract. A part is absent where its file is missing or wrong. */
export interface ReadDefinition {
  readonly parts: Partial<Readonly<Record<DefinitionPart, ParsedFile>>>;
  readonly samples: readonly ParsedFile[];
  /** Files the parts may refer to, by normal path. */
  readonly shared: FileSet;
  readonly problems: readonly Problem[];
}

const PARTS: Readonly<Record<string, DefinitionPart>> = { "procedure.json": "procedure", "form.schema.json": "form", "workflow.json": "workflow" };

/**
 * Parses the files of a definition and tells them apart by their names: three parts, `samples/*.json`, shared schemas, and
 * fragments. Fragments are put in before a part is held to the contract.
 */
export function readDefinition(files: readonly SourceFile[], contract: Contract): ReadDefinition {
  const parts: Partial<Record<DefinitionPart, ParsedFile>> = {};
  const samples: ParsedFile[] = [];
  const shared = new Map<string, ParsedFile>();
  const unfit = new Set<string>();
  const problems: Problem[] = [...missingFiles(files)];
  // What parts refer to comes first.
  for (const source of files.toSorted((a, b) => Number(isPart(a)) - Number(isPart(b)))) {
    const kind = kindOf(source);
    const outcome = readFile(source, kind, { contract, fragments: { files: shared, unfit } });
    if (outcome.problems.length > 0) problems.push(...outcome.problems);
    if (outcome.file === undefined) unfit.add(pathOf(source));
    else if (isPart(source)) parts[kind as DefinitionPart] = outcome.file;
    else if (kind === "sample") samples.push(outcome.file);
    else shared.set(pathOf(source), outcome.file);
  }
  return { parts, samples, shared, problems };
}

/**
 * A part of a definition with fragments in it, for places in it; `undefined` where it is not there or no JSON. `files` are
 * the definition's own and what it shares.
 */
export function readPart(files: readonly SourceFile[], part: DefinitionPart): ParsedFile | undefined {
  const source = files.find((one) => partOf(one) === part);
  const file = source === undefined ? undefined : parsed(source).file;
  if (file === undefined || !hasFragments(part)) return file;
  const fragments = files.filter((one) => kindOf(one) === "fragments").flatMap((one) => {
    const { file: fragment } = parsed(one);
    return fragment === undefined ? [] : [[normalPath(one.path), fragment] as const];
  });
  return expandFragments(file, part, { files: new Map(fragments), unfit: new Set() }).file;
}

function isPart(source: SourceFile): boolean {
  return partOf(source) !== undefined;
}

function partOf(source: SourceFile): DefinitionPart | undefined {
  const name = baseName(source);
  return Object.hasOwn(PARTS, name) ? PARTS[name] : undefined;
}

function kindOf(source: SourceFile): DefinitionPart | "sample" | "fragments" {
  return partOf(source) ?? (isSample(source) ? "sample" : source.path.endsWith(".schema.json") ? "form" : "fragments");
}

/** Normal paths of files: what is shared is asked for with every definition. */
const paths = new WeakMap<SourceFile, string>();

function pathOf(source: SourceFile): string {
  const path = paths.get(source) ?? normalPath(source.path);
  paths.set(source, path);
  return path;
}

function hasFragments(kind: ContractKind): kind is FragmentPart {
  return Object.hasOwn(FRAGMENT_SECTIONS, kind);
}

function baseName(source: SourceFile): string {
  const path = pathOf(source);
  return path.slice(path.lastIndexOf("/") + 1);
}

function isSample(source: SourceFile): boolean {
  return /(^|\/)samples\/[^/]+\.json$/.test(pathOf(source));
}

/** Shared files are read once for a whole catalogue: their source is the same object every time. */
const outcomes = new WeakMap<SourceFile, ParseOutcome>();

function parsed(source: SourceFile): ParseOutcome {
  const before = outcomes.get(source);
  if (before !== undefined) return before;
  const outcome = parseJson(source);
  outcomes.set(source, outcome);
  return outcome;
}

interface ReadFile {
  readonly file?: ParsedFile;
  readonly problems: readonly Problem[];
}

interface ReadContext {
  readonly contract: Contract;
  readonly fragments: FragmentFiles;
}

function readFile(source: SourceFile, kind: ReturnType<typeof kindOf>, { contract, fragments }: ReadContext): ReadFile {
  const { file: written, problems } = parsed(source);
  if (written === undefined) return { problems };
  const { file, problems: lost, unresolved } = hasFragments(kind) ? expandFragments(written, kind, fragments) : { file: written, problems: [], unresolved: false };
  const { violations, texts } = held(file, kind, contract);
  if (unresolved || violations.length > 0) return { problems: [...problems, ...lost, ...violations] };
  return { file, problems: [...problems, ...texts] };
}

/** What a file breaks of its contract, and which of its texts say nothing. */
interface Held {
  readonly violations: readonly Problem[];
  readonly texts: readonly Problem[];
}

const known = new WeakMap<ParsedFile, WeakMap<Contract, Held>>();

function held(file: ParsedFile, kind: ContractKind, contract: Contract): Held {
  const before = known.get(file)?.get(contract);
  if (before !== undefined) return before;
  const violations = validateContract(file, kind, contract);
  const found = { violations, texts: violations.length > 0 || kind === "sample" ? [] : checkSaidTexts(file) };
  const byContract = known.get(file) ?? new WeakMap<Contract, Held>();
  known.set(file, byContract.set(contract, found));
  return found;
}

function missingFiles(files: readonly SourceFile[]): readonly Problem[] {
  const names = files.map(baseName);
  const folder = normalPath(files.find(isPart)?.path ?? "").replace(/[^/]*$/, "");
  return Object.keys(PARTS)
    .filter((name) => !names.includes(name))
    .map((name) => problemAt({ file: `${folder}${name}`, line: 1, column: 1 }, { code: "file-missing", pointer: "", given: { name } }));
}
