import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { isError, type Language, type Problem } from "@motcua/procedure";
import { checkSamples } from "../check/check-samples.ts";
import { type Definitions, loadDefinitions } from "../definitions.ts";
import { CommandFailure, EXIT } from "../exit.ts";
import { isWithin } from "../is-within.ts";
import { printProblems, problemRows } from "../print-problems.ts";
import { requireWorkspace, type Workspace } from "../workspace.ts";

interface CheckOptions {
  readonly json?: boolean;
  readonly lang: string;
}

/** `motcua check`: every problem of the definitions at once, and whether each sample gives what it says it should. */
export async function check(options: CheckOptions, paths: readonly string[]): Promise<number> {
  const { lang: language } = options;
  if (!isLanguage(language)) throw new CommandFailure(`--lang ${language}: vi hoặc en.`, EXIT.usage);
  const only = paths.map(existing);
  const workspace = requireWorkspace(only[0]);
  for (const path of only) refuseOutside(workspace, path);
  const definitions = await loadDefinitions(workspace, only);
  const problems = [...definitions.problems, ...(await checkSamples(definitions))];
  const counts = { procedures: definitions.procedures.length, samples: samplesIn(definitions), errors: problems.filter(isError).length, warnings: problems.filter((one) => !isError(one)).length };
  if (options.json === true) console.log(JSON.stringify({ ...counts, problems: problemRows(problems, process.cwd(), language) }));
  else print(problems, { language, counts });
  return counts.errors === 0 ? EXIT.done : EXIT.problems;
}

function print(problems: readonly Problem[], { language, counts }: { readonly language: Language; readonly counts: Readonly<Record<"procedures" | "samples" | "errors" | "warnings", number>> }): void {
  if (problems.length > 0) console.log(`${printProblems(problems, process.cwd(), language)}\n`);
  const { procedures, samples, errors, warnings } = counts;
  console.log(
    language === "vi"
      ? `${procedures} thủ tục, ${samples} mẫu, ${errors} lỗi, ${warnings} cảnh báo`
      : `${procedures} procedures, ${samples} samples, ${errors} errors, ${warnings} warnings`,
  );
}

function isLanguage(text: string): text is Language {
  return text === "vi" || text === "en";
}

function samplesIn({ procedures }: Definitions): number {
  return procedures.reduce((sum, { samples }) => sum + samples.length, 0);
}

function existing(path: string): string {
  const absolute = resolve(path);
  if (!existsSync(absolute)) throw new CommandFailure(`Không có đường dẫn ${path}.`, EXIT.usage);
  return absolute;
}

function refuseOutside({ schemas }: Workspace, path: string): void {
  if (!isWithin(path, schemas) && !isWithin(schemas, path)) throw new CommandFailure(`${path} không nằm trong ${schemas}.`, EXIT.usage);
}
