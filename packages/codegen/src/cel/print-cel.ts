import { jsonText } from "@motcua/procedure";
import { type ExpressionNode, VARIABLES } from "@motcua/procedure/compile";
import { ARITHMETIC, COMPARISONS, FUNCTIONS, MACROS, METHODS } from "../runtime-names.ts";
import type { ModuleText } from "../print/module-text.ts";
import type { Names } from "../print/names.ts";
import { printValue } from "../print/print-value.ts";

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
  switch (node.kind) {
    case "literal":
      return printValue(node.value);
    case "variable":
      if (isInput(node, context)) return context.read([node.name]);
      return offered(context.variables.get(node.name), `variable ${node.name}`);
    case "field":
      return printField(node, context);
    case "has":
      return `${context.module.use("hasKey")}(${printCel(node.field.of, context)}, ${jsonText(node.field.name)})`;
    case "call":
      return call(functionOf(node.name, node.args.length), node.args, context);
    case "method":
      return call(METHODS[node.name], [node.of, node.arg], context);
    case "each":
      return `${context.module.use(offered(MACROS[node.macro]))}(${printCel(node.list, context)}, ${printBody(node, context)})`;
    case "list":
      return call("list", node.items, context);
    case "not":
      return call("not", [node.of], context);
    case "negate":
      return call("negative", [node.of], context);
    case "and":
    case "or":
      return call(node.kind, [node.left, node.right], context);
    case "compare":
      return call(COMPARISONS[node.operator], [node.left, node.right], context);
    case "in":
      return call("isIn", [node.item, node.list], context);
    case "arithmetic":
      return call(ARITHMETIC[node.operator], [node.left, node.right], context);
    case "conditional":
      return call("choose", [node.when, node.then, node.otherwise], context);
  }
}

/** A call of the runtime; what it is given is printed before it is asked whether there is such a function. */
function call(name: string | undefined, operands: readonly ExpressionNode[], context: CelContext): string {
  const printed = operands.map((operand) => printCel(operand, context)).join(", ");
  return `${context.module.use(offered(name))}(${printed})`;
}

function printField(node: Extract<ExpressionNode, { kind: "field" }>, context: CelContext): string {
  const path = factPath(node, context);
  return path === undefined ? `${context.module.use("get")}(${printCel(node.of, context)}, ${jsonText(node.name)})` : context.read(path);
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
function factPath(node: ExpressionNode, context: CelContext): string[] | undefined {
  if (node.kind === "variable") return isInput(node, context) ? [node.name] : undefined;
  if (node.kind !== "field") return undefined;
  const path = factPath(node.of, context);
  path?.push(node.name);
  return path;
}

function isInput({ name }: Extract<ExpressionNode, { kind: "variable" }>, { variables }: CelContext): boolean {
  return INPUTS.has(name) && !variables.has(name);
}
