import type { ASTNode } from "@marcbachmann/cel-js";
import { FUNCTIONS, MACROS, METHODS, OPERATORS, SIGNS } from "../runtime-names.ts";
import type { ModuleText } from "../print/module-text.ts";
import type { Names } from "../print/names.ts";

/** An expression that has no JavaScript here. */
export class NotOffered extends Error {
  override readonly name = "NotOffered";
}

/** Inputs of an expression: see `Facts` of `@motcua/procedure`. */
const INPUTS = new Set(["form", "channel", "today", "submittedOn", "ask", "steps"]);

/** What {@link printCel} prints for. */
export interface CelContext {
  readonly module: ModuleText;
  /** Name of a function that reads a path of the facts. */
  readonly reader: (path: readonly string[]) => string;
  /** JavaScript names of the variables of comprehensions around, by their CEL names. */
  readonly variables: ReadonlyMap<string, string>;
  readonly names: Names;
}

/**
 * An expression of CEL as plain JavaScript over `facts`. Every operation is a function of the runtime that gives
 * `undefined` where an operand is absent or of another type, so the whole never throws.
 * @throws NotOffered for what the product does not offer
 */
export function printCel(node: ASTNode, context: CelContext): string {
  const use = (name: string) => context.module.use(name);
  const print = (inside: ASTNode) => printCel(inside, context);
  const path = factPath(node, context);
  if (path !== undefined) return `${context.reader(path)}(facts)`;
  switch (node.op) {
    case "value":
      return printLiteral(node.args);
    case "id":
      return variable(node.args, context);
    case ".":
      return `${use("get")}(${print(node.args[0])}, ${JSON.stringify(node.args[1])})`;
    case "[]":
      return `${use("at")}(${print(node.args[0])}, ${print(node.args[1])})`;
    case "list":
      return `${use("list")}(${node.args.map(print).join(", ")})`;
    case "?:":
      return `${use("choose")}(${node.args.map(print).join(", ")})`;
    case "!_":
    case "-_":
      return node.op === "-_" && node.args.op === "value" ? `-${print(node.args)}` : `${use(SIGNS[node.op] ?? "")}(${print(node.args)})`;
    case "call":
      return printCall(node.args, context);
    case "rcall":
      return printMethod(node.args, context);
    default:
      return printOperation(node, context);
  }
}

function printOperation(node: ASTNode, context: CelContext): string {
  const name = OPERATORS[node.op];
  if (name === undefined) throw new NotOffered(`operator ${node.op}`);
  const [left, right] = node.args as [ASTNode, ASTNode];
  return `${context.module.use(name)}(${printCel(left, context)}, ${printCel(right, context)})`;
}

function printLiteral(value: unknown): string {
  if (typeof value === "bigint") {
    if (!Number.isSafeInteger(Number(value))) throw new NotOffered("integer beyond 2^53");
    return String(value);
  }
  if (typeof value === "number" && !Number.isFinite(value)) throw new NotOffered("number without end");
  if (value === null || typeof value === "string" || typeof value === "number" || typeof value === "boolean") return JSON.stringify(value);
  throw new NotOffered("literal of this type");
}

function variable(name: string, { variables }: CelContext): string {
  const known = variables.get(name);
  if (known === undefined) throw new NotOffered(`variable ${name}`);
  return known;
}

function printCall([name, args]: readonly [string, readonly ASTNode[]], context: CelContext): string {
  if (name === "has") return printHas(args, context);
  const offered = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined;
  if (offered === undefined || offered.operands !== args.length) throw new NotOffered(`function ${name}`);
  return `${context.module.use(offered.name)}(${args.map((arg) => printCel(arg, context)).join(", ")})`;
}

function printHas([selected]: readonly ASTNode[], context: CelContext): string {
  if (selected?.op !== ".") throw new NotOffered("has() of what is no field");
  const [object, key] = selected.args;
  return `${context.module.use("hasKey")}(${printCel(object, context)}, ${JSON.stringify(key)})`;
}

function printMethod([name, receiver, args]: readonly [string, ASTNode, readonly ASTNode[]], context: CelContext): string {
  const [first, second] = args;
  if (Object.hasOwn(MACROS, name) && first?.op === "id" && second !== undefined && args.length === 2) {
    return `${context.module.use(MACROS[name] ?? "")}(${printCel(receiver, context)}, ${printOver(first.args, second, context)})`;
  }
  if (name === "size" && args.length === 0) return `${context.module.use("size")}(${printCel(receiver, context)})`;
  if (!Object.hasOwn(METHODS, name) || first === undefined || args.length !== 1) throw new NotOffered(`function ${name}`);
  return `${context.module.use(METHODS[name] ?? "")}(${printCel(receiver, context)}, ${printCel(first, context)})`;
}

function printOver(variableName: string, body: ASTNode, context: CelContext): string {
  const name = context.names.take(variableName);
  const variables = new Map([...context.variables, [variableName, name]]);
  return `(${name}) => ${printCel(body, { ...context, variables })}`;
}

/** The path of an input or a field of one; `undefined` for anything else. */
function factPath(node: ASTNode, context: CelContext): readonly string[] | undefined {
  if (node.op === "id") return INPUTS.has(node.args) && !context.variables.has(node.args) ? [node.args] : undefined;
  if (node.op !== ".") return undefined;
  const before = factPath(node.args[0], context);
  return before === undefined ? undefined : [...before, node.args[1]];
}
