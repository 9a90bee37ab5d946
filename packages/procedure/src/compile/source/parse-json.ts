import { type Node, parseTree, type ParseError, printParseErrorCode } from "jsonc-parser";
import type { Problem } from "../../problem.ts";
import { problemAt } from "../problems/definition-problem.ts";
import { keysOf, keysWritten } from "./count-keys.ts";
import { pointerOf } from "../../json-pointer.ts";
import { type ParsedFile, spotAt } from "./parsed-file.ts";
import type { SourceFile } from "./source-file.ts";
import { MOST_DEPTH, unfitSurface, unfitText } from "./unfit-text.ts";

/** A parsed file, absent where it is no JSON at all, and what is wrong with the text. */
export interface ParseOutcome {
  readonly file?: ParsedFile;
  readonly problems: readonly Problem[];
}

/** Parses strict JSON with positions: comments, trailing commas, keys written twice or with a meaning in JavaScript, and text that is not NFC are refused. */
export function parseJson(source: SourceFile): ParseOutcome {
  const { path, text } = source;
  const sound = unfitSurface(source).length > 0 ? undefined : soundValue(text);
  if (sound !== undefined) return { file: { path, text, value: sound.value, root: () => treeOf(text).root }, problems: [] };
  const unfit = unfitText(source);
  return unfit.length > 0 ? { problems: unfit } : parseSlowly(source);
}

/** The value of a text nothing is wrong with. Nearly all are, and need no tree: positions are only asked for in problems. */
function soundValue(text: string): { readonly value: unknown } | undefined {
  try {
    const value = JSON.parse(text) as unknown;
    const sound = keysWritten(text) === keysOf(value, MOST_DEPTH) && !isSuspect(text) && text.normalize("NFC") === text;
    return sound ? { value } : undefined;
  } catch {
    return undefined;
  }
}

/** Whether a text may have a key that is not allowed: as it is written, or behind an escape. */
function isSuspect(text: string): boolean {
  return text.includes("proto") || text.includes('"constructor"') || text.includes("\\u");
}

interface JsonTree {
  readonly root: Node;
  readonly errors: readonly ParseError[];
}

function treeOf(text: string): JsonTree {
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  return { root: root ?? { type: "null", offset: 0, length: 0 }, errors };
}

function parseSlowly(source: SourceFile): ParseOutcome {
  const { root, errors } = treeOf(source.text);
  const problems = [...onePerLine(source, errors), ...keyProblems(source, root, []), ...notNfc(source)];
  // A syntax error leaves a tree that says less than was written: what follows from it would mislead. A key that JavaScript
  // gives a meaning of its own must not reach an object.
  if (errors.length > 0 || problems.some(({ code }) => code === "key-forbidden")) return { problems };
  try {
    return { file: { path: source.path, text: source.text, root: () => root, value: JSON.parse(source.text) as unknown }, problems };
  } catch {
    const at = spotAt(source, 0);
    return { problems: [...problems, problemAt(at, { code: "json-syntax", pointer: "", given: { vi: "ký tự không đúng chỗ", en: "a character out of place" } })] };
  }
}

/** Errors looked at: what is no JSON at all has as many as characters. */
const MOST_ERRORS = 100;

/** One slip makes the parser stumble several times: the first of a line is the one to show. */
function onePerLine(source: SourceFile, errors: readonly ParseError[]): readonly Problem[] {
  const lines = new Map<number, Problem>();
  for (const error of errors.slice(0, MOST_ERRORS)) {
    const problem = syntaxProblem(source, error);
    if (problem.line !== undefined && !lines.has(problem.line)) lines.set(problem.line, problem);
  }
  return [...lines.values()];
}

function syntaxProblem(source: SourceFile, { error, offset }: ParseError): Problem {
  const spot = spotAt(source, offset);
  const what = printParseErrorCode(error);
  if (what === "InvalidCommentToken") return problemAt(spot, { code: "json-comment", pointer: "" });
  const before = source.text.slice(0, offset).trimEnd();
  const closes = /^\s*[}\]]/.test(source.text.slice(offset));
  if (closes && before.endsWith(",")) return problemAt(spotAt(source, before.length - 1), { code: "json-trailing-comma", pointer: "" });
  const [vi, en] = SYNTAX[what] ?? ["ký tự không đúng chỗ", "a character out of place"];
  // What is missing is missing after what was written, not before what follows it.
  const missing = what.endsWith("Expected") && what !== "EndOfFileExpected";
  return problemAt(missing ? spotAt(source, Math.max(0, before.length - 1)) : spot, { code: "json-syntax", pointer: "", given: { vi, en } });
}

const SYNTAX: Readonly<Record<string, readonly [string, string]>> = {
  CommaExpected: ["thiếu dấu phẩy", "a comma is missing"],
  ColonExpected: ["thiếu dấu hai chấm", "a colon is missing"],
  PropertyNameExpected: ["thiếu tên khóa", "a key is missing"],
  ValueExpected: ["thiếu giá trị", "a value is missing"],
  CloseBraceExpected: ["thiếu dấu }", "a } is missing"],
  CloseBracketExpected: ["thiếu dấu ]", "a ] is missing"],
  EndOfFileExpected: ["còn chữ sau dấu đóng cuối", "text after the end"],
  UnexpectedEndOfString: ["chuỗi chưa đóng", "a string is not closed"],
  UnexpectedEndOfNumber: ["số viết dở", "a number is unfinished"],
  InvalidNumberFormat: ["số viết sai", "a number is malformed"],
  InvalidEscapeCharacter: ["ký tự thoát sai", "a wrong escape"],
  InvalidUnicode: ["mã Unicode sai", "a wrong Unicode escape"],
  InvalidCharacter: ["ký tự điều khiển trong chuỗi", "a control character in a string"],
};

/** Keys through which an object's prototype could be reached. */
const FORBIDDEN: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype"]);

function keyProblems(source: SourceFile, node: Node | undefined, path: readonly (string | number)[]): readonly Problem[] {
  if (node === undefined) return [];
  if (node.type === "array") return (node.children ?? []).flatMap((child, index) => keyProblems(source, child, [...path, index]));
  if (node.type !== "object") return [];
  const seen = new Set<string>();
  return (node.children ?? []).flatMap((property) => {
    const [key, value] = property.children ?? [];
    const name = String(key?.value);
    const told = (code: "duplicate-key" | "key-forbidden") => problemAt(spotAt(source, property.offset), { code, pointer: pointerOf([...path, name]), given: { name } });
    const found = [...(seen.has(name) ? [told("duplicate-key")] : []), ...(FORBIDDEN.has(name) ? [told("key-forbidden")] : [])];
    seen.add(name);
    const inside = keyProblems(source, value, [...path, name]);
    return found.length === 0 ? inside : [...found, ...inside];
  });
}

function notNfc(source: SourceFile): readonly Problem[] {
  const normal = source.text.normalize("NFC");
  if (normal === source.text) return [];
  let offset = 0;
  while (normal[offset] === source.text[offset]) offset += 1;
  return [problemAt(spotAt(source, offset), { code: "not-nfc", pointer: "" })];
}
