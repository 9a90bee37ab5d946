import { findWorkspace } from "../workspace.ts";
import { CommandFailure, EXIT } from "../exit.ts";
import { printProblems, problemRows } from "../print-problems.ts";
import { isError, type Language } from "@motcua/procedure";
import { loadDefinitions } from "../definitions.ts";

interface CheckOptions {
  readonly json?: boolean;
  readonly lang: string;
}

/** `motcua check`: every problem of the definitions and their samples at once. */
export async function check(options: CheckOptions, paths: readonly string[]): Promise<number> {
  if (options.lang !== "vi" && options.lang !== "en") throw new CommandFailure("--lang: vi hoặc en", EXIT.usage);
  const language: Language = options.lang;
  const workspace = findWorkspace();
  if (workspace === undefined) throw new CommandFailure("Không tìm thấy thư mục schemas/contract từ đây trở lên.", EXIT.usage);
  const { procedures, problems } = await loadDefinitions(workspace, paths);
  const errors = problems.filter(isError).length;
  if (options.json === true) {
    console.log(JSON.stringify({ procedures: procedures.length, problems: problemRows(problems, workspace.root, language) }));
  } else {
    if (problems.length > 0) console.log(`${printProblems(problems, workspace.root, language)}\n`);
    console.log(
      language === "vi"
        ? `${procedures.length} thủ tục, ${errors} lỗi, ${problems.length - errors} cảnh báo`
        : `${procedures.length} procedures, ${errors} errors, ${problems.length - errors} warnings`,
    );
  }
  return errors === 0 ? EXIT.done : EXIT.problems;
}
