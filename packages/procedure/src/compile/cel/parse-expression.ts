import { type ASTNode, parse, ParseError } from "@marcbachmann/cel-js";
import { FUNCTIONS } from "./cel-environment.ts";
import type { ExpressionFault } from "./expression-fault.ts";
import type {
  ArithmeticOperator, ComparisonOperator, ExpressionNode, ExpressionRange, FieldNode, ListMacro, StringMethod,
} from "./expression-node.ts";

/** The tree of an expression, or what keeps it from being one. */
export type ParsedExpression =
  | { readonly ok: true; readonly node: ExpressionNode }
  | { readonly ok: false; readonly faults: readonly ExpressionFault[] };

/**
 * Parses a CEL expression into the nodes that definitions may use. What CEL has beyond them (division, maps, indices,
 * `null`, `matches`) is refused here, whatever its types.
 */
export function parseExpression(source: string): ParsedExpression {
  const before = lately.get(source);
  if (before !== undefined) return before;
  const parsed = parseFresh(source);
  if (lately.size >= MOST_KEPT) lately.clear();
  lately.set(source, parsed);
  return parsed;
}

/** Expressions kept: those of one definition, which is typed, decided and printed one after the other. */
const MOST_KEPT = 200;
const lately = new Map<string, ParsedExpression>();

function parseFresh(source: string): ParsedExpression {
  try {
    const faults: ExpressionFault[] = [];
    const node = convert(parse(source).ast, faults);
    return node === undefined || faults.length > 0 ? { ok: false, faults } : { ok: true, node };
  } catch (error) {
    return { ok: false, faults: [syntaxFault(error, source)] };
  }
}

function syntaxFault(error: unknown, source: string): ExpressionFault {
  const { start, end } = (error instanceof ParseError ? error.range : undefined) ?? { start: 0, end: source.length };
  const found = source.slice(start, end).trim();
  return { code: "condition-syntax", start, end, given: { found: found === "" ? "…" : found }, ...meant(found) };
}

/** What is written in CEL for what people write who know another language. */
const OTHERWISE: Readonly<Record<string, string>> = {
  and: "&&", or: "||", not: "!", "&": "&&", "|": "||", "=": "==", "===": "==", "<>": "!=", "()": "has(form.a.b)", "[]": "exists(x, …), all(x, …), filter(x, …)", null: "has(…)",
};

function meant(found: string): { readonly near?: string } {
  const near = Object.hasOwn(OTHERWISE, found.toLowerCase()) ? OTHERWISE[found.toLowerCase()] : undefined;
  return near === undefined ? {} : { near };
}

const COMPARISONS: readonly string[] = ["==", "!=", "<", "<=", ">", ">="];
const ARITHMETIC: readonly string[] = ["+", "-", "*", "%"];
const MACROS: readonly string[] = ["all", "exists", "exists_one", "map", "filter"];
const METHODS: readonly string[] = ["startsWith", "endsWith", "contains"];

/** What may be called or written between operands. */
const OFFERED: readonly string[] = [...ARITHMETIC, ...[...MACROS, ...METHODS].map((name) => `.${name}()`), ...Object.keys(FUNCTIONS)];

type Faults = ExpressionFault[];
type Pair = readonly [ASTNode, ASTNode];

/** The node of ours for one of the parser's; `undefined` after a fault was noted. */
function convert(ast: ASTNode, faults: Faults): ExpressionNode | undefined {
  const at: ExpressionRange = { start: ast.start, end: ast.end };
  switch (ast.op) {
    case "value":
      return literal(ast.args, at, faults);
    case "id":
      return { kind: "variable", name: ast.args, ...at };
    case ".":
      return field(ast.args, at, faults);
    case "call":
      return call(ast.args, at, faults);
    case "rcall":
      return receiverCall(ast.args, at, faults);
    case "list":
      return all(ast.args, faults, (items) => ({ kind: "list", items, ...at }));
    case "!_":
      return all([ast.args], faults, ([of]) => ({ kind: "not", of: of!, ...at }));
    case "-_":
      return negate(ast.args, at, faults);
    case "?:":
      return all(ast.args, faults, ([when, then, otherwise]) => ({ kind: "conditional", when: when!, then: then!, otherwise: otherwise!, ...at }));
    default:
      return binary(ast, at, faults);
  }
}

function binary(ast: ASTNode, at: ExpressionRange, faults: Faults): ExpressionNode | undefined {
  const { op } = ast;
  const known = op === "&&" || op === "||" || op === "in" || COMPARISONS.includes(op) || ARITHMETIC.includes(op);
  if (!known) return refuse(faults, at, op === "/" ? "condition-function" : "condition-syntax", op === "map" ? "{}" : op);
  return all(ast.args as Pair, faults, ([left, right]) => {
    const sides = { left: left!, right: right!, ...at };
    if (op === "&&") return { kind: "and", ...sides };
    if (op === "||") return { kind: "or", ...sides };
    if (op === "in") return { kind: "in", item: left!, list: right!, ...at };
    if (COMPARISONS.includes(op)) return { kind: "compare", operator: op as ComparisonOperator, ...sides };
    return { kind: "arithmetic", operator: op as ArithmeticOperator, ...sides };
  });
}

function all(
  asts: readonly ASTNode[],
  faults: Faults,
  make: (nodes: readonly ExpressionNode[]) => ExpressionNode,
): ExpressionNode | undefined {
  const nodes = asts.map((ast) => convert(ast, faults));
  return nodes.every((node) => node !== undefined) ? make(nodes) : undefined;
}

function literal(value: unknown, at: ExpressionRange, faults: Faults): ExpressionNode | undefined {
  if (typeof value === "string") return { kind: "literal", type: "string", value, ...at };
  if (typeof value === "boolean") return { kind: "literal", type: "bool", value, ...at };
  if (typeof value === "number") return { kind: "literal", type: "double", value, ...at };
  if (typeof value === "bigint" && Number.isSafeInteger(Number(value))) return { kind: "literal", type: "int", value: Number(value), ...at };
  return refuse(faults, at, "condition-syntax", value === null ? "null" : typeof value === "bigint" ? String(value) : "bytes");
}

function field([of, name]: readonly [ASTNode, string], at: ExpressionRange, faults: Faults): FieldNode | undefined {
  const node = convert(of, faults);
  return node === undefined ? undefined : { kind: "field", of: node, name, ...at };
}

function negate(of: ASTNode, at: ExpressionRange, faults: Faults): ExpressionNode | undefined {
  const node = convert(of, faults);
  if (node?.kind === "literal" && typeof node.value === "number") return { ...node, value: -node.value, ...at };
  return node === undefined ? undefined : { kind: "negate", of: node, ...at };
}

function call([name, args]: readonly [string, readonly ASTNode[]], at: ExpressionRange, faults: Faults): ExpressionNode | undefined {
  if (name !== "has") return all(args, faults, (nodes) => ({ kind: "call", name, args: nodes, ...at }));
  const [only, ...more] = args;
  if (only?.op !== "." || more.length > 0) return refuse(faults, at, "condition-syntax", "has()");
  const inside = field(only.args, { start: only.start, end: only.end }, faults);
  return inside === undefined ? undefined : { kind: "has", field: inside, ...at };
}

function receiverCall(
  [name, of, args]: readonly [string, ASTNode, readonly ASTNode[]],
  at: ExpressionRange,
  faults: Faults,
): ExpressionNode | undefined {
  const [first, second, third, ...more] = args;
  if (name === "map" && first?.op === "id" && second !== undefined && third !== undefined && more.length === 0) {
    // CEL's own short form of a filter and a map.
    const variable = first.args;
    return all([of, second, third], faults, ([list, kept, body]) => ({
      kind: "each", macro: "map", list: { kind: "each", macro: "filter", list: list!, variable, body: kept!, ...at }, variable, body: body!, ...at,
    }));
  }
  if (MACROS.includes(name) && first?.op === "id" && second !== undefined && third === undefined) {
    const variable = first.args;
    return all([of, second], faults, ([list, body]) => ({ kind: "each", macro: name as ListMacro, list: list!, variable, body: body!, ...at }));
  }
  if (METHODS.includes(name) && first !== undefined && second === undefined) {
    return all([of, first], faults, ([node, arg]) => ({ kind: "method", name: name as StringMethod, of: node!, arg: arg!, ...at }));
  }
  if (Object.hasOwn(FUNCTIONS, name)) return refuse(faults, at, "condition-function", name, `${name}(…)`);
  return refuse(faults, at, "condition-function", name);
}

function refuse(faults: Faults, at: ExpressionRange, code: "condition-syntax" | "condition-function", name: string, near?: string): undefined {
  const given: Readonly<Record<string, string>> = code === "condition-syntax" ? { found: name } : { name, names: OFFERED.join(", ") };
  faults.push({ code, start: at.start, end: at.end, given, ...(near === undefined ? meant(name) : { near }) });
  return undefined;
}
