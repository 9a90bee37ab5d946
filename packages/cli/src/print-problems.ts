import { readFileSync } from "node:fs";
import { relative } from "node:path";
import { isError, type Language, type Problem, textIn } from "@motcua/procedure";

const WORDS = {
  vi: { error: "lỗi", warning: "cảnh báo", hint: "gợi ý" },
  en: { error: "error", warning: "warning", hint: "hint" },
} as const;

/** Problems for people: place, message, the line of source with the spot underlined, what to do. */
export function printProblems(problems: readonly Problem[], root: string, language: Language): string {
  return problems.map((problem) => printProblem(problem, root, language)).join("\n\n");
}

function printProblem(problem: Problem, root: string, language: Language): string {
  const words = WORDS[language];
  const place = problem.file === undefined ? problem.pointer : `${relative(root, problem.file)}:${problem.line ?? 1}:${problem.column ?? 1}${problem.pointer === "" ? "" : `  ${problem.pointer}`}`;
  const lines = [place, `  ${isError(problem) ? words.error : words.warning} ${problem.code}  ${textIn(problem.message, language)}`];
  const source = sourceLine(problem);
  if (source !== undefined) lines.push(source);
  if (problem.hint !== undefined) lines.push(`  ${words.hint}: ${textIn(problem.hint, language)}`);
  return lines.join("\n");
}

function sourceLine(problem: Problem): string | undefined {
  if (problem.file === undefined || problem.line === undefined) return undefined;
  let text: string | undefined;
  try {
    text = readFileSync(problem.file, "utf8").split("\n")[problem.line - 1];
  } catch {
    return undefined;
  }
  if (text === undefined) return undefined;
  const number = String(problem.line).padStart(5);
  const column = (problem.column ?? 1) - 1;
  return `${number} | ${text.trimEnd()}\n      | ${" ".repeat(column)}${"^".repeat(widthOf(text.slice(column)))}`;
}

/** What a problem points at: a whole string or key, a field's path or a name inside an expression, a number; else one character. */
const TOKENS = [/^"(?:[^"\\]|\\.)*"/, /^[\p{L}\p{N}_]+(\.[\p{L}\p{N}_]+)*/u, /^-?\d+(\.\d+)?/];

function widthOf(text: string): number {
  const [token = ""] = TOKENS.flatMap((pattern) => pattern.exec(text)?.[0] ?? []);
  return Math.max(1, token.length);
}

/** The same for machines. */
export function problemRows(problems: readonly Problem[], root: string, language: Language): readonly object[] {
  return problems.map((problem) => ({
    code: problem.code,
    severity: problem.severity ?? "error",
    file: problem.file === undefined ? null : relative(root, problem.file),
    line: problem.line ?? null,
    column: problem.column ?? null,
    pointer: problem.pointer,
    message: textIn(problem.message, language),
    hint: problem.hint === undefined ? null : textIn(problem.hint, language),
  }));
}
