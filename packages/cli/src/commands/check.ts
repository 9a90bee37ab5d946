import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { isError, type Language } from "@motcua/procedure";
import { type CheckedProject, checkProject } from "../check/check-project.ts";
import { toSarif } from "../check/to-sarif.ts";
import { CommandFailure, EXIT } from "../exit.ts";
import { isWithin } from "../is-within.ts";
import { printProblems, problemRows } from "../print-problems.ts";
import { requireWorkspace, type Workspace } from "../workspace.ts";

interface CheckOptions {
  readonly json?: boolean;
  readonly format?: string;
  readonly lang: string;
}

/** How what was found is written, by format. */
const FORMATS: Readonly<Record<string, (found: CheckedProject, language: Language) => string>> = { text: asText, json: asJson, sarif: asSarif };

/** `motcua check`: every problem of the definitions at once, and whether each sample gives what it says it should. */
export async function check(options: CheckOptions, paths: readonly string[]): Promise<number> {
  const { lang: language, json, format = json === true ? "json" : "text" } = options;
  if (!isLanguage(language)) throw new CommandFailure(`--lang ${language}: vi hoặc en.`, EXIT.usage);
  const write = Object.hasOwn(FORMATS, format) ? FORMATS[format] : undefined;
  if (write === undefined) throw new CommandFailure(`--format ${format}: ${Object.keys(FORMATS).join(", ")}.`, EXIT.usage);
  const only = paths.map(existing);
  const workspace = requireWorkspace(only[0]);
  for (const path of only) refuseOutside(workspace, path);
  const found = await checkProject(workspace, only);
  console.log(write(found, language));
  return found.problems.some(isError) ? EXIT.problems : EXIT.done;
}

function asText({ procedures, samples, problems }: CheckedProject, language: Language): string {
  const errors = problems.filter(isError).length;
  const warnings = problems.length - errors;
  const line =
    language === "vi"
      ? `${procedures} thủ tục, ${samples} mẫu, ${errors} lỗi, ${warnings} cảnh báo`
      : `${procedures} procedures, ${samples} samples, ${errors} errors, ${warnings} warnings`;
  return problems.length === 0 ? line : `${printProblems(problems, process.cwd(), language)}\n\n${line}`;
}

function asJson({ procedures, samples, problems }: CheckedProject, language: Language): string {
  const errors = problems.filter(isError).length;
  return JSON.stringify({ procedures, samples, errors, warnings: problems.length - errors, problems: problemRows(problems, process.cwd(), language) });
}

function asSarif({ problems }: CheckedProject, language: Language): string {
  return JSON.stringify(toSarif(problems, { root: process.cwd(), language }), undefined, 2);
}

function isLanguage(text: string): text is Language {
  return text === "vi" || text === "en";
}

function existing(path: string): string {
  const absolute = resolve(path);
  if (!existsSync(absolute)) throw new CommandFailure(`Không có đường dẫn ${path}.`, EXIT.usage);
  return absolute;
}

function refuseOutside({ schemas }: Workspace, path: string): void {
  if (!isWithin(path, schemas) && !isWithin(schemas, path)) throw new CommandFailure(`${path} không nằm trong ${schemas}.`, EXIT.usage);
}
