import { BOOL, type CelType, DOUBLE, DYN, INT } from "../cel-type.ts";
import type { CompareNode, ConditionalNode, ExpressionNode, InNode, LiteralNode } from "../expression-node.ts";
import { termKey } from "./term-key.ts";
import type { Term, TermValue } from "./term.ts";

type Variables = Readonly<Record<string, CelType>>;
type Terms = Map<string, Term>;

/** Adds the terms a condition depends on to `terms`, with what they are compared with. */
export function termsOf(node: ExpressionNode, variables: Variables, terms: Terms): void {
  switch (node.kind) {
    case "literal":
      return;
    case "and":
    case "or":
      termsOf(node.left, variables, terms);
      termsOf(node.right, variables, terms);
      return;
    case "not":
      termsOf(node.of, variables, terms);
      return;
    case "conditional":
      for (const part of [node.when, node.then, node.otherwise]) termsOf(part, variables, terms);
      return;
    case "compare":
      compareTerms(node, variables, terms);
      return;
    case "in":
      for (const literal of literalsOf(node) ?? []) leafTerms(node.item, { variables, terms, constant: literal.value });
      if (literalsOf(node) === undefined) note(node, BOOL, terms);
      return;
    default:
      note(node, node.kind === "has" ? presenceType(node.field, variables) : boolType(node, variables), terms);
  }
}

/** Whether a condition holds where its terms have these values. */
export function holds(node: ExpressionNode, values: ReadonlyMap<string, TermValue>): boolean {
  switch (node.kind) {
    case "literal":
      return node.value === true;
    case "and":
      return holds(node.left, values) && holds(node.right, values);
    case "or":
      return holds(node.left, values) || holds(node.right, values);
    case "not":
      return !holds(node.of, values);
    case "conditional":
      return holds(node.when, values) ? holds(node.then, values) : holds(node.otherwise, values);
    case "compare":
      return compareHolds(node, values);
    case "in":
      return literalsOf(node)?.some((literal) => valueOf(node.item, values) === literal.value) ?? values.get(termKey(node)) === true;
    default:
      return values.get(termKey(node)) === true;
  }
}

/** `left op constant`, however it was written; a comparison of two things that both vary is a term of its own. */
function withConstant({ left, right, operator }: CompareNode): { readonly of: ExpressionNode; readonly constant: LiteralNode; readonly operator: CompareNode["operator"] } | undefined {
  const found = right.kind === "literal" ? { of: left, constant: right, operator } : left.kind === "literal" ? { of: right, constant: left, operator: MIRRORED[operator] } : undefined;
  // How texts are ordered matters to no one here: `today > '2026-01-01'` is a term of its own.
  const ordered = found !== undefined && typeof found.constant.value === "string" && operator !== "==" && operator !== "!=";
  return ordered ? undefined : found;
}

const MIRRORED = { "==": "==", "!=": "!=", "<": ">", "<=": ">=", ">": "<", ">=": "<=" } as const;

function compareTerms(node: CompareNode, variables: Variables, terms: Terms): void {
  const simple = withConstant(node);
  if (simple !== undefined) leafTerms(simple.of, { variables, terms, constant: simple.constant.value });
  else if (!isSame(node)) note(asOrder(node).node, BOOL, terms);
}

function compareHolds(node: CompareNode, values: ReadonlyMap<string, TermValue>): boolean {
  const simple = withConstant(node);
  if (simple !== undefined) return compares(valueOf(simple.of, values), simple.operator, simple.constant.value);
  if (isSame(node)) return node.operator === "==" || node.operator === "<=" || node.operator === ">=";
  const { node: order, negated } = asOrder(node);
  return (values.get(termKey(order)) === true) !== negated;
}

function isSame({ left, right }: CompareNode): boolean {
  return termKey(left) === termKey(right);
}

interface Order {
  readonly node: CompareNode;
  readonly negated: boolean;
}

/** Asked for at every combination of values that is tried. */
const orders = new WeakMap<CompareNode, Order>();

function asOrder(node: CompareNode): Order {
  const order = orders.get(node) ?? orderOf(node);
  orders.set(node, order);
  return order;
}

/** `a != b` is not `a == b`, `a >= b` is not `a < b`: one term for both. */
function orderOf(node: CompareNode): Order {
  const negated = node.operator === "!=" || node.operator === ">=" || node.operator === "<=";
  const swapped = node.operator === ">" || node.operator === "<=";
  const operator = node.operator === "==" || node.operator === "!=" ? "==" : "<";
  return { node: { ...node, operator, ...(swapped ? { left: node.right, right: node.left } : {}) }, negated };
}

function compares(left: TermValue, operator: CompareNode["operator"], right: LiteralNode["value"]): boolean {
  if (operator === "==") return left === right;
  if (operator === "!=") return left !== right;
  const [a, b] = [left as number, right as number];
  return operator === "<" ? a < b : operator === "<=" ? a <= b : operator === ">" ? a > b : a >= b;
}

interface LeafContext {
  readonly variables: Variables;
  readonly terms: Terms;
  readonly constant: LiteralNode["value"];
}

/** A compared value: what a conditional chooses between is compared by itself. */
function leafTerms(node: ExpressionNode, context: LeafContext): void {
  if (node.kind === "literal") return;
  if (node.kind === "conditional") {
    termsOf(node.when, context.variables, context.terms);
    leafTerms(node.then, context);
    leafTerms(node.otherwise, context);
    return;
  }
  note(node, leafType(node, context.variables), context.terms).constants.add(context.constant);
}

function valueOf(node: ExpressionNode, values: ReadonlyMap<string, TermValue>): TermValue {
  if (node.kind === "literal") return node.value;
  if (node.kind === "conditional") return valueOf(chosen(node, values), values);
  return values.get(termKey(node)) as TermValue;
}

function chosen(node: ConditionalNode, values: ReadonlyMap<string, TermValue>): ExpressionNode {
  return holds(node.when, values) ? node.then : node.otherwise;
}

function note(node: ExpressionNode, type: CelType, terms: Terms): Term {
  const key = termKey(node);
  const term = terms.get(key) ?? { type, constants: new Set() };
  terms.set(key, term);
  return term;
}

function literalsOf({ list }: InNode): readonly LiteralNode[] | undefined {
  if (list.kind !== "list") return undefined;
  return list.items.every((item) => item.kind === "literal") ? list.items : undefined;
}

function boolType(node: ExpressionNode, variables: Variables): CelType {
  const type = fieldOf(node, variables)?.type ?? BOOL;
  return type.kind === "bool" ? type : BOOL;
}

/** A field that must be there is there; any other may be. */
function presenceType(node: ExpressionNode, variables: Variables): CelType {
  return fieldOf(node, variables)?.optional === false ? { kind: "bool", values: [true] } : BOOL;
}

function leafType(node: ExpressionNode, variables: Variables): CelType {
  if (node.kind === "call" && node.name === "size") return sizeType(node.args[0], variables);
  if (node.kind === "call") return node.name === "age" || node.name === "daysBetween" ? INT : node.name === "sum" ? DOUBLE : DYN;
  if (node.kind === "arithmetic" || node.kind === "negate") return DOUBLE;
  return fieldOf(node, variables)?.type ?? DYN;
}

function sizeType(node: ExpressionNode | undefined, variables: Variables): CelType {
  const type = node === undefined ? undefined : fieldOf(node, variables)?.type;
  const { least = 0, most } = type?.kind === "list" || type?.kind === "string" ? type : {};
  return { kind: "int", least, ...(most === undefined ? {} : { most }) };
}

/** The type of a chain of fields, and whether its last may be absent. */
function fieldOf(node: ExpressionNode, variables: Variables): { readonly type: CelType; readonly optional: boolean } | undefined {
  if (node.kind === "variable") {
    const type = Object.hasOwn(variables, node.name) ? variables[node.name] : undefined;
    return type === undefined ? undefined : { type, optional: false };
  }
  if (node.kind !== "field") return undefined;
  const of = fieldOf(node.of, variables)?.type;
  return of?.kind === "object" ? of.field(node.name) : undefined;
}
