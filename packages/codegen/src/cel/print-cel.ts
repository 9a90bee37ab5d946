import { type ExpressionNode, VARIABLES } from "@motcua/procedure/compile";
import { ARITHMETIC, COMPARISONS, FUNCTIONS, MACROS, METHODS } from "../runtime-names.ts";
import type { ModuleText } from "../print/module-text.ts";
import type { Names } from "../print/names.ts";

/** An expression names something that has no JavaScript here. */
export class NotOffered extends Error {
  override readonly name = "NotOffered";
}

/** Inputs of an expression: see `Facts` of `@motcua/procedure`. */
const INPUTS: ReadonlySet<string> = new Set<string>(VARIABLES);

/** What {@link printCel} prints for. */
export interface CelContext {
  readonly module: ModuleText;
  /** An expression of `facts` that reads a path of them. */
  readonly read: (path: readonly string[]) => string;
  /** JavaScript names of the variables of comprehensions around, by their CEL names. */
  readonly variables: ReadonlyMap<string, string>;
  readonly names: Names;
}

/**
 * An expression of CEL as plain JavaScript over `facts`. Every operation is a function of the runtime that gives
 * `undefined` where an operand is absent or of another type, so the whole never throws.
 * @throws NotOffered for a function or variable that does not exist
 */
export function printCel(node: ExpressionNode, context: CelContext): string {
  const path = factPath(node, context);
  if (path !== undefined) return context.read(path);
  const print = (inside: ExpressionNode) => printCel(inside, context);
  const call = (name: string | undefined, ...operands: readonly string[]) => `${context.module.use(offered(name))}(${operands.join(", ")})`;
  switch (node.kind) {
    case "literal":
      return JSON.stringify(node.value);
    case "variable":
      return offered(context.variables.get(node.name), `variable ${node.name}`);
    case "field":
      return call("get", print(node.of), JSON.stringify(node.name));
    case "has":
      return call("hasKey", print(node.field.of), JSON.stringify(node.field.name));
    case "call":
      return call(functionOf(node.name, node.args.length), ...node.args.map(print));
    case "method":
      return call(METHODS[node.name], print(node.of), print(node.arg));
    case "each":
      return call(MACROS[node.macro], print(node.list), printBody(node, context));
    case "list":
      return call("list", ...node.items.map(print));
    case "not":
      return call("not", print(node.of));
    case "negate":
      return call("negative", print(node.of));
    case "and":
    case "or":
      return call(node.kind, print(node.left), print(node.right));
    case "compare":
      return call(COMPARISONS[node.operator], print(node.left), print(node.right));
    case "in":
      return call("isIn", print(node.item), print(node.list));
    case "arithmetic":
      return call(ARITHMETIC[node.operator], print(node.left), print(node.right));
    case "conditional":
      return call("choose", print(node.when), print(node.then), print(node.otherwise));
  }
}

function printBody({ variable, body }: Extract<ExpressionNode, { kind: "each" }>, context: CelContext): string {
  const name = context.names.take(variable);
  return `(${name}) => ${printCel(body, { ...context, variables: new Map([...context.variables, [variable, name]]) })}`;
}

function functionOf(name: string, operands: number): string {
  const known = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined;
  return offered(known?.operands === operands ? known.name : undefined, `function ${name}`);
}

function offered(name: string | undefined, what = "operator"): string {
  if (name === undefined) throw new NotOffered(what);
  return name;
}

/** The path of an input or a field of one; `undefined` for anything else. */
function factPath(node: ExpressionNode, context: CelContext): readonly string[] | undefined {
  if (node.kind === "variable") return INPUTS.has(node.name) && !context.variables.has(node.name) ? [node.name] : undefined;
  if (node.kind !== "field") return undefined;
  const before = factPath(node.of, context);
  return before === undefined ? undefined : [...before, node.name];
}
