import { readFileSync, statSync } from "node:fs";
import { relative } from "node:path";
import { isError, type Language, type Problem, textIn } from "@motcua/procedure";
import { blankAs, displayWidth } from "./display-width.ts";

const WORDS = {
  vi: { error: "lỗi", warning: "cảnh báo", hint: "gợi ý" },
  en: { error: "error", warning: "warning", hint: "hint" },
} as const;

/** Problems for people: place, message, the line of source with the spot underlined, what to do. */
export function printProblems(problems: readonly Problem[], root: string, language: Language): string {
  const linesOf = lineReader();
  return problems.map((problem) => printProblem(problem, { root, language, linesOf })).join("\n\n");
}

interface Printing {
  readonly root: string;
  readonly language: Language;
  readonly linesOf: ReturnType<typeof lineReader>;
}

function printProblem(problem: Problem, { root, language, linesOf }: Printing): string {
  const words = WORDS[language];
  const place = problem.file === undefined ? problem.pointer : `${relative(root, problem.file)}:${problem.line ?? 1}:${problem.column ?? 1}${problem.pointer === "" ? "" : `  ${problem.pointer}`}`;
  const lines = [place, `  ${isError(problem) ? words.error : words.warning} ${problem.code}  ${textIn(problem.message, language)}`];
  const source = sourceLine(problem, linesOf);
  if (source !== undefined) lines.push(source);
  if (problem.hint !== undefined) lines.push(`  ${words.hint}: ${textIn(problem.hint, language)}`);
  return lines.join("\n");
}

/** Bytes above which a file is not read to show one of its lines. */
const MOST_BYTES = 4_000_000;
/** Characters shown of a line, and how many of them before the spot. */
const SHOWN = 160;
const BEFORE = 60;

function sourceLine(problem: Problem, linesOf: Printing["linesOf"]): string | undefined {
  if (problem.file === undefined || problem.line === undefined) return undefined;
  const text = linesOf(problem.file)?.[problem.line - 1];
  if (text === undefined) return undefined;
  const number = String(problem.line).padStart(5);
  const column = (problem.column ?? 1) - 1;
  // A file written on one line is as long as the file.
  const from = text.length > SHOWN ? Math.max(0, column - BEFORE) : 0;
  const shown = text.slice(from, from + SHOWN).trimEnd();
  return `${number} | ${shown}\n      | ${blankAs(text.slice(from, column))}${"^".repeat(Math.max(1, displayWidth(tokenOf(text.slice(column, column + SHOWN)))))}`;
}

/** Reads the lines of files, the one last asked for once: problems come in reading order. */
function lineReader(): (file: string) => readonly string[] | undefined {
  let last: { readonly file: string; readonly lines: readonly string[] | undefined } | undefined;
  return (file) => {
    if (last?.file !== file) last = { file, lines: readLines(file) };
    return last.lines;
  };
}

function readLines(file: string): readonly string[] | undefined {
  try {
    return statSync(file).size > MOST_BYTES ? undefined : readFileSync(file, "utf8").split("\n");
  } catch {
    return undefined;
  }
}

/** What a problem points at: a whole string or key, a field's path or a name inside an expression, a number; else one character. */
const TOKENS = [/^"(?:[^"\\]|\\.)*"/, /^[\p{L}\p{N}_]+(\.[\p{L}\p{N}_]+)*/u, /^-?\d+(\.\d+)?/];

function tokenOf(text: string): string {
  return TOKENS.flatMap((pattern) => pattern.exec(text)?.[0] ?? [])[0] ?? "";
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
