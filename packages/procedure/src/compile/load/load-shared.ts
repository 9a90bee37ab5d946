import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { isError, type Problem } from "../../problem.ts";
import { type Contract, readContract } from "../contract/contract.ts";
import { validateContract } from "../contract/validate-contract.ts";
import type { CodeList } from "../form/code-list.ts";
import type { DataSources } from "../form/data-sources.ts";
import { checkSaidTexts } from "../meaning/check-said-texts.ts";
import { definitionProblem } from "../problems/definition-problem.ts";
import { parseJson } from "../source/parse-json.ts";
import type { SourceFile } from "../source/source-file.ts";
import { filesIn, readSource } from "./read-source.ts";

/** What all procedures of a project share. */
export interface SharedSources {
  readonly contract: Contract;
  /** `shared/*.json` but the data sources: what forms refer to (`*.schema.json`), and fragments of the other files. */
  readonly schemas: readonly SourceFile[];
  readonly codeLists: readonly CodeList[];
  /** What values may be prefilled from; absent where the project declares none. */
  readonly dataSources?: DataSources;
  /** What is wrong with the code lists and the data sources. */
  readonly problems: readonly Problem[];
}

/** Reads the contract, unless it was read, the shared schemas and fragments, and the code lists of a `schemas` folder. */
export async function loadShared(schemas: string, contract: Contract = readContract(join(schemas, "contract"))): Promise<SharedSources> {
  const sourcesPath = join(schemas, "shared", "data-sources.json");
  const shared = filesIn(join(schemas, "shared"), ".json").filter((path) => path !== sourcesPath).map(readSource);
  const sources = filesIn(join(schemas, "shared", "code-lists"), ".json").map(readSource);
  const read = sources.map((source) => readCodeList(source, contract));
  const declared = readDataSources(sourcesPath, contract);
  return {
    contract,
    schemas: shared,
    codeLists: read.flatMap(({ list }) => (list === undefined ? [] : [list])),
    ...(declared.sources === undefined ? {} : { dataSources: declared.sources }),
    problems: [...read.flatMap(({ problems }) => problems), ...declared.problems],
  };
}

function readDataSources(path: string, contract: Contract): { readonly sources?: DataSources; readonly problems: readonly Problem[] } {
  if (!existsSync(path)) return { problems: [] };
  const { file, problems } = parseJson(readSource(path));
  if (file === undefined) return { problems };
  const found = [...problems, ...validateContract(file, "data-sources", contract), ...checkSaidTexts(file)];
  return found.some(isError) ? { problems: found } : { sources: file.value as DataSources, problems: found };
}

function readCodeList(source: SourceFile, contract: Contract): { readonly list?: CodeList; readonly problems: readonly Problem[] } {
  const { file, problems } = parseJson(source);
  if (file === undefined) return { problems };
  const found = [...problems, ...validateContract(file, "code-list", contract)];
  if (found.length > 0) return { problems: found };
  const list = file.value as CodeList;
  const name = (source.path.split(/[/\\]/).at(-1) ?? "").replace(/\.json$/, "");
  if (list.id !== name) return { problems: [definitionProblem({ code: "code-list-name", file, pointer: "/id", given: { name } })] };
  const seen = new Set<string>();
  const twice = list.values.flatMap(({ code }, index) => {
    const again = seen.has(code);
    seen.add(code);
    return again ? [definitionProblem({ code: "duplicate-id", file, pointer: `/values/${index}/code`, given: { name: code } })] : [];
  });
  return twice.length > 0 ? { problems: twice } : { list, problems: [] };
}

/** The `schemas` folder a definition belongs to: the nearest ancestor that holds a contract. */
export function schemasFolderOf(folder: string): string | undefined {
  for (let at = resolve(folder); ; at = dirname(at)) {
    if (existsSync(join(at, "contract", "procedure.schema.json"))) return at;
    if (at === dirname(at)) return undefined;
  }
}
