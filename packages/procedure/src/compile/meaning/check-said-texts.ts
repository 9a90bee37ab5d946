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
  const found: Problem[] = [];
  // The path to where the walk is. Nearly every file has hundreds of texts, and nothing to say of one.
  const path: (string | number)[] = [];
  const walk = (key: string | number, node: unknown): void => {
    if (typeof node !== "object" || node === null) return;
    path.push(key);
    if (Array.isArray(node)) node.forEach((item, index) => walk(index, item));
    else if (isText(node)) found.push(...textProblems(file, node, path));
    else for (const [name, value] of Object.entries(node)) visit(name, value);
    path.pop();
  };
  const visit = (key: string, value: unknown): void => {
    if (key === "source" && typeof value === "string") {
      if (saysNothing(value)) found.push(definitionProblem({ code: "source-says-nothing", file, pointer: pointerOf([...path, key]) }));
    } else if (!VALUES.has(key)) walk(key, value);
  };
  for (const [key, value] of Object.entries(file.value ?? {})) visit(key, value);
  return found;
}

type Path = readonly (string | number)[];

/** Keys that hold an example or a value, not a text of the definition. */
const VALUES: ReadonlySet<string> = new Set(["examples", "default", "const", "enum"]);

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
