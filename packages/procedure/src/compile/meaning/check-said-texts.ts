import type { Problem } from "../../problem.ts";
import { definitionProblem } from "../problems/definition-problem.ts";
import { pointerOf } from "../../json-pointer.ts";
import type { ParsedFile } from "../source/parsed-file.ts";

/** Words that stand where a text is to be written. */
const UNWRITTEN = /^(?:todo|tbd|fixme|xxx+|n\/a|lorem ipsum.*|chưa (?:viết|có)|điền sau)[.:!]*$/iu;

/** Whether a text is blank, only punctuation, or a word that stands for a text. */
export function saysNothing(text: string): boolean {
  return !/[\p{L}\p{N}]/u.test(text) || UNWRITTEN.test(text.trim());
}

/** Texts that say nothing, those without English, and sources that name nothing, anywhere in a file. */
export function checkSaidTexts(file: ParsedFile): readonly Problem[] {
  return inside(file, file.value, []);
}

type Path = readonly (string | number)[];

function inside(file: ParsedFile, node: unknown, path: Path): readonly Problem[] {
  if (Array.isArray(node)) return node.flatMap((item: unknown, index) => inside(file, item, [...path, index]));
  if (typeof node !== "object" || node === null) return [];
  if (isText(node)) return textProblems(file, node, path);
  return Object.entries(node).flatMap(([key, value]) => {
    if (key === "source" && typeof value === "string") return saysNothing(value) ? [definitionProblem({ code: "source-says-nothing", file, pointer: pointerOf([...path, key]) })] : [];
    // What a key of these holds is an example or a value, not a text of the definition.
    return key === "examples" || key === "default" || key === "const" || key === "enum" ? [] : inside(file, value, [...path, key]);
  });
}

interface WrittenText {
  readonly vi: string;
  readonly en?: unknown;
}

function isText(node: object): node is WrittenText {
  return "vi" in node && typeof node.vi === "string" && Object.keys(node).every((key) => key === "vi" || key === "en");
}

function textProblems(file: ParsedFile, { vi, en }: WrittenText, path: Path): readonly Problem[] {
  // Nearly all texts say something, in both languages.
  if (typeof en === "string" && !saysNothing(vi) && !saysNothing(en)) return [];
  const nothing = (language: string) => definitionProblem({ code: "text-says-nothing", file, pointer: pointerOf([...path, language]) });
  return [
    ...(saysNothing(vi) ? [nothing("vi")] : []),
    ...(en === undefined ? [definitionProblem({ code: "text-without-english", file, pointer: pointerOf(path) })] : []),
    ...(typeof en === "string" && saysNothing(en) ? [nothing("en")] : []),
  ];
}
