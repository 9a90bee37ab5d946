import { type Problem, segment } from "@motcua/procedure";
import { OVER_EXPRESSIONS } from "../print/fork-over.ts";
import { machineProblem } from "./machine-problem.ts";

/** Everything an expression may read: ids, outcomes, facts, and where the dossier stands. */
const READABLE: readonly RegExp[] = [
  /^\.input\.(outcome|after|error|state|facts)$/,
  /^\.input\.facts\.w\d+$/,
  /^\.input\.at(\.state|\.branches|\[\d+\])*$/,
  /^\.context\.Execution\.Input\.(dossier|generation|steps\.[a-z]+_\d+)$/,
  /^\.context\.(Task\.Token|State\.Name|State\.RetryCount)$/,
  /^\.result$/,
  /^\.errorOutput\.Error$/,
];

/** JSONata's functions that are called. */
const FUNCTIONS: ReadonlySet<string> = new Set(["states", "not", "reduce"]);

/**
 * Faults of the expressions anywhere in a value. What they may read is a closed list, so that no citizen's data can get
 * into an execution by them. Their syntax is left to `asl-validator` and to the engine, which parse it.
 */
export function expressionProblems(value: unknown, pointer: string): readonly Problem[] {
  if (typeof value === "string") return textProblems(value, pointer);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => expressionProblems(item, pointer + segment(key)));
}

function textProblems(text: string, pointer: string): readonly Problem[] {
  if (!text.includes("{%") && !text.includes("%}")) return [];
  const [, expression = ""] = /^\{%([^]*)%\}$/.exec(text) ?? [];
  if (expression.trim() === "") return [machineProblem("machine-expression", pointer, text)];
  if (OVER_EXPRESSIONS.includes(expression.trim())) return [];
  const reads = [...expression.matchAll(/\$states((?:\.\w+|\[\d+\])*)/g)].filter(([, path = ""]) => !READABLE.some((readable) => readable.test(path))).map(([read]) => read);
  const own = new Set([...expression.matchAll(/function\(([^)]*)\)/g)].flatMap(([, parameters = ""]) => parameters.split(",").map((parameter) => parameter.trim().slice(1))));
  const names = [...expression.matchAll(/\$(\w*)/g)].filter(([, name = ""]) => !FUNCTIONS.has(name) && !own.has(name)).map(([name]) => name);
  return [...reads, ...names].map((read) => machineProblem("machine-foreign-read", pointer, read));
}
