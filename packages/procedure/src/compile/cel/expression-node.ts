/** Where a node stands in its expression: offsets in UTF-16 units, end exclusive. */
export interface ExpressionRange {
  readonly start: number;
  readonly end: number;
}

/** Operators that compare two values of one kind. */
export type ComparisonOperator = "==" | "!=" | "<" | "<=" | ">" | ">=";

/** Operators of whole numbers; `+` also joins strings. There is no division. */
export type ArithmeticOperator = "+" | "-" | "*" | "%";

/** Walks over the elements of a list. */
export type ListMacro = "all" | "exists" | "exists_one" | "map" | "filter";

/** Methods of strings. */
export type StringMethod = "startsWith" | "endsWith" | "contains";

/** `'x'`, `12`, `2.5`, `true`. An `int` is a safe integer. */
export interface LiteralNode extends ExpressionRange {
  readonly kind: "literal";
  readonly type: "string" | "int" | "double" | "bool";
  readonly value: string | number | boolean;
}

/** `form`, `channel`, or the variable of a list macro. */
export interface VariableNode extends ExpressionRange {
  readonly kind: "variable";
  readonly name: string;
}

/** `of.name`. */
export interface FieldNode extends ExpressionRange {
  readonly kind: "field";
  readonly of: ExpressionNode;
  readonly name: string;
}

/** `has(form.a.b)`: whether the last field is there. What it is a field of must be there: the checker demands it. */
export interface HasNode extends ExpressionRange {
  readonly kind: "has";
  readonly field: FieldNode;
}

/** `size(x)`, `daysBetween(a, b)`: a function by its name. */
export interface CallNode extends ExpressionRange {
  readonly kind: "call";
  readonly name: string;
  readonly args: readonly ExpressionNode[];
}

/** `of.startsWith('x')`. */
export interface MethodNode extends ExpressionRange {
  readonly kind: "method";
  readonly name: StringMethod;
  readonly of: ExpressionNode;
  readonly arg: ExpressionNode;
}

/** `list.all(variable, body)`; `map` with a filter is not offered. */
export interface EachNode extends ExpressionRange {
  readonly kind: "each";
  readonly macro: ListMacro;
  readonly list: ExpressionNode;
  readonly variable: string;
  readonly body: ExpressionNode;
}

/** `['a', 'b']`. */
export interface ListNode extends ExpressionRange {
  readonly kind: "list";
  readonly items: readonly ExpressionNode[];
}

/** `!of` or `-of`. */
export interface UnaryNode extends ExpressionRange {
  readonly kind: "not" | "negate";
  readonly of: ExpressionNode;
}

/** `left && right`, `left || right`. */
export interface LogicNode extends ExpressionRange {
  readonly kind: "and" | "or";
  readonly left: ExpressionNode;
  readonly right: ExpressionNode;
}

/** `left == right` and its like. Strings compare by code point. */
export interface CompareNode extends ExpressionRange {
  readonly kind: "compare";
  readonly operator: ComparisonOperator;
  readonly left: ExpressionNode;
  readonly right: ExpressionNode;
}

/** `item in list`. */
export interface InNode extends ExpressionRange {
  readonly kind: "in";
  readonly item: ExpressionNode;
  readonly list: ExpressionNode;
}

/** `left + right` and its like. */
export interface ArithmeticNode extends ExpressionRange {
  readonly kind: "arithmetic";
  readonly operator: ArithmeticOperator;
  readonly left: ExpressionNode;
  readonly right: ExpressionNode;
}

/** `when ? then : otherwise`. */
export interface ConditionalNode extends ExpressionRange {
  readonly kind: "conditional";
  readonly when: ExpressionNode;
  readonly then: ExpressionNode;
  readonly otherwise: ExpressionNode;
}

/** A parsed CEL expression: the closed set of what definitions may say, so that every consumer is exhaustive. */
export type ExpressionNode =
  | LiteralNode | VariableNode | FieldNode | HasNode | CallNode | MethodNode | EachNode | ListNode
  | UnaryNode | LogicNode | CompareNode | InNode | ArithmeticNode | ConditionalNode;
