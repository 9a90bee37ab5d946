import type { Json } from "../json.ts";

/** An argument of an intrinsic function. */
export type Argument =
  | { readonly is: "literal"; readonly value: Json }
  | { readonly is: "path"; readonly path: string }
  | { readonly is: "call"; readonly name: string; readonly arguments: readonly Argument[] };

/** Parses `States.Name(…)`. @throws SyntaxError */
export function parseIntrinsic(text: string): Argument {
  const { argument, end } = parseArgument(text, 0);
  if (skip(text, end) !== text.length) throw new SyntaxError(`unexpected text after the call, at ${end}`);
  return argument;
}

interface Parsed {
  readonly argument: Argument;
  readonly end: number;
}

const LITERAL = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const NAME = /States\.[A-Za-z0-9]+/y;

function parseArgument(text: string, from: number): Parsed {
  const at = skip(text, from);
  if (text[at] === "'") return parseString(text, at + 1);
  if (text[at] === "$") return parsePath(text, at);
  const name = match(NAME, text, at);
  if (name !== undefined) return parseCall(text, name, at + name.length);
  const literal = match(LITERAL, text, at);
  if (literal === undefined) throw new SyntaxError(`expected an argument at ${at}`);
  return { argument: { is: "literal", value: JSON.parse(literal) as Json }, end: at + literal.length };
}

function parseCall(text: string, name: string, from: number): Parsed {
  let at = skip(text, from);
  if (text[at] !== "(") throw new SyntaxError(`expected ( after ${name}`);
  const found: Argument[] = [];
  at = skip(text, at + 1);
  while (text[at] !== ")") {
    const { argument, end } = parseArgument(text, at);
    found.push(argument);
    at = skip(text, end);
    if (text[at] === ",") at = skip(text, at + 1);
    else if (text[at] !== ")") throw new SyntaxError(`expected , or ) at ${at}`);
  }
  return { argument: { is: "call", name, arguments: found }, end: at + 1 };
}

/** A string in single quotes. `\{` and `\}` stay escaped: only States.Format gives them a meaning. */
function parseString(text: string, from: number): Parsed {
  let value = "";
  for (let at = from; at < text.length; at++) {
    const sign = text[at] as string;
    if (sign === "'") return { argument: { is: "literal", value }, end: at + 1 };
    const escaped = sign === "\\" ? text[at + 1] : undefined;
    if (escaped === "'" || escaped === "\\") {
      value += escaped;
      at++;
    } else value += sign;
  }
  throw new SyntaxError("a string is not closed");
}

/** A path ends at the first comma or parenthesis outside its brackets. */
function parsePath(text: string, from: number): Parsed {
  let depth = 0;
  let at = from;
  for (; at < text.length; at++) {
    const sign = text[at] as string;
    if (sign === "[" || sign === "(") depth++;
    else if (depth > 0 && (sign === "]" || sign === ")")) depth--;
    else if (depth === 0 && (sign === "," || sign === ")")) break;
  }
  return { argument: { is: "path", path: text.slice(from, at).trimEnd() }, end: at };
}

function skip(text: string, from: number): number {
  let at = from;
  while (/\s/.test(text[at] ?? "")) at++;
  return at;
}

function match(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}
