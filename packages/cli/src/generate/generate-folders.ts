import { generateSdk } from "@motcua/codegen";
import { isError, type Problem } from "@motcua/procedure";
import { compileProcedure, readDefinitionFolder, type SharedSources } from "@motcua/procedure/compile";
import { loadSources } from "../load-sources.ts";
import { checkWorkflow } from "@motcua/workflow";
import { locateProblems } from "../check/locate-problems.ts";
import { OutputFolder, type WrittenFiles } from "./output-folder.ts";

/** A definition to generate from, and what its module is to be called. */
export interface NamedFolder {
  readonly folder: string;
  readonly name: string;
}

/** What to generate. */
export interface GenerateRequest {
  readonly schemas: string;
  readonly out: string;
  readonly folders: Iterable<NamedFolder>;
}

/** What became of one folder. Nothing of it is written where it has problems. */
export interface GeneratedFolder extends WrittenFiles {
  readonly folder: string;
  readonly problems: readonly Problem[];
}

/** Compiles, generates and writes one definition after the other; none is kept in memory longer than its turn. */
export async function generateFolders({ schemas, out, folders }: GenerateRequest, known?: SharedSources): Promise<readonly GeneratedFolder[]> {
  const { schemas: sharedFiles, problems: _, ...shared } = known ?? (await loadSources(schemas));
  const output = new OutputFolder(out);
  const generate = ({ folder, name }: NamedFolder): GeneratedFolder => {
    const files = [...readDefinitionFolder(folder), ...sharedFiles];
    const compiled = compileProcedure({ files, ...shared });
    if (!compiled.ok) return refused(folder, compiled.problems.filter(isError));
    const { procedure } = compiled.value;
    const sdk = generateSdk(procedure, { name });
    const problems = [...sdk.problems, ...checkWorkflow(procedure)].filter(isError);
    return problems.length > 0 ? refused(folder, locateProblems(problems, files)) : { folder, problems: [], ...output.write(sdk.files) };
  };
  return Array.from(folders, generate);
}

function refused(folder: string, problems: readonly Problem[]): GeneratedFolder {
  return { folder, files: {}, shared: [], written: [], foreign: [], problems };
}
