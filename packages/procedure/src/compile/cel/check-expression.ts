import { nearestName } from "../source/nearest-name.ts";
import { BOOL, type CelType, DYN, eitherType, sameType, STRING, typeName } from "./cel-type.ts";
import type { ExpressionFault, ExpressionFaultCode } from "./expression-fault.ts";
import type {
  ArithmeticNode, CompareNode, ConditionalNode, EachNode, ExpressionNode, ExpressionRange, FieldNode, HasNode, InNode, ListNode, LogicNode, UnaryNode, VariableNode,
} from "./expression-node.ts";
import { pathOf, presenceOf, union } from "./presence.ts";
import { checkCall } from "./check-call.ts";

/** What an expression may read where it stands. */
export interface ExpressionScope {
  readonly variables: Readonly<Record<string, CelType>>;
  /** Variables that exist elsewhere, for a better message. */
  readonly elsewhere?: readonly string[];
  /** Paths a guard outside this expression has found. */
  readonly present?: ReadonlySet<string>;
  /** How often it may be read for one form. @default 1 */
  readonly rounds?: number;
}

/** What was found of an expression. `reads` are the form paths that must be there for it to mean anything. */
export interface CheckedExpression {
  readonly type: CelType;
  readonly reads: readonly string[];
  readonly faults: readonly ExpressionFault[];
}

/** Types an expression against the form: every mistake at once, each at its place. */
export function checkExpression(node: ExpressionNode, scope: ExpressionScope): CheckedExpression {
  const check = new Check(scope.elsewhere ?? []);
  const type = check.type(node, { variables: scope.variables, present: scope.present ?? new Set(), guarded: new Set(), rounds: scope.rounds ?? 1 });
  return { type, reads: withoutPrefixes(check.reads), faults: check.faults };
}

/** Names and guards at one place of an expression. */
interface Scope {
  readonly variables: Readonly<Record<string, CelType>>;
  readonly present: ReadonlySet<string>;
  /** What this expression itself has guarded: reading it demands nothing of the form. */
  readonly guarded: ReadonlySet<string>;
  /** How often this place may be read for one form: the most entries of the lists it stands inside, multiplied. */
  readonly rounds: number;
}

/** Rounds lists inside lists may take: a browser does so many in some milliseconds, whatever somebody sends. */
const MOST_ROUNDS = 100_000;

/** One walk over an expression. */
export class Check {
  readonly faults: ExpressionFault[] = [];
  readonly reads = new Set<string>();
  readonly #elsewhere: readonly string[];

  constructor(elsewhere: readonly string[]) {
    this.#elsewhere = elsewhere;
  }

  type(node: ExpressionNode, scope: Scope): CelType {
    switch (node.kind) {
      case "literal":
        return node.type === "string" ? { kind: "string", values: [String(node.value)] } : { kind: node.type };
      case "variable":
        return this.#variable(node, scope);
      case "field":
        return this.#field(node, scope);
      case "has":
        return this.#has(node, scope);
      case "call":
        return checkCall(this, node, node.args.map((arg) => this.type(arg, scope)));
      case "method":
        this.expect(node.of, STRING, scope);
        this.expect(node.arg, STRING, scope);
        return BOOL;
      case "each":
        return this.#each(node, scope);
      case "list":
        return this.#list(node, scope);
      case "not":
      case "negate":
        return this.#unary(node, scope);
      case "and":
      case "or":
        return this.#logic(node, scope);
      case "compare":
        return this.#compare(node, scope);
      case "in":
        return this.#in(node, scope);
      case "arithmetic":
        return this.#arithmetic(node, scope);
      case "conditional":
        return this.#conditional(node, scope);
    }
  }

  /** Types a node that must be of a type. */
  expect(node: ExpressionNode, expected: CelType, scope: Scope): CelType {
    const found = this.type(node, scope);
    if (!sameType(found, expected)) this.mistyped(node, typeName(expected), found);
    return found;
  }

  mistyped(at: ExpressionRange, expected: string, found: CelType): void {
    this.fault("condition-wrong-type", at, { expected, found: typeName(found) });
  }

  fault(code: ExpressionFaultCode, { start, end }: ExpressionRange, given: Readonly<Record<string, string>>, near?: string): void {
    this.faults.push({ code, start, end, given, ...(near === undefined ? {} : { near }) });
  }

  #variable(node: VariableNode, { variables }: Scope): CelType {
    const type = Object.hasOwn(variables, node.name) ? variables[node.name] : undefined;
    if (type !== undefined) return type;
    const names = Object.keys(variables);
    const code = this.#elsewhere.includes(node.name) ? "condition-variable-not-here" : "condition-unknown-variable";
    this.fault(code, node, { name: node.name, names: names.join(", ") }, code === "condition-unknown-variable" ? nearestName(node.name, names) : undefined);
    return DYN;
  }

  #field(node: FieldNode, scope: Scope): CelType {
    const of = this.type(node.of, scope);
    const field = this.#fieldOf(node, of);
    if (field === undefined) return DYN;
    const path = pathOf(node);
    if (path !== undefined) {
      const known = scope.present.has(path) || scope.guarded.has(path);
      if (field.optional && !known) this.fault("condition-needs-has", node, { path });
      this.#read(path, scope);
    }
    return field.type;
  }

  #fieldOf(node: FieldNode, of: CelType): { readonly type: CelType; readonly optional: boolean } | undefined {
    if (of.kind === "dyn") return undefined;
    if (of.kind !== "object") {
      this.mistyped(node.of, "object", of);
      return undefined;
    }
    const field = of.field(node.name);
    if (field === undefined) {
      const path = pathOf(node) ?? node.name;
      this.fault("unknown-field-in-condition", node, { path }, nearestName(node.name, of.names));
    }
    return field;
  }

  /** A path of the form is demanded unless this expression guards it or something on the way to it. */
  #read(path: string, { guarded }: Scope): void {
    if (!path.startsWith("form.") || path === "form") return;
    const free = ![...guarded].some((guard) => path === guard || path.startsWith(`${guard}.`));
    if (free) this.reads.add(path);
  }

  #has(node: HasNode, scope: Scope): CelType {
    this.#fieldOf(node.field, this.type(node.field.of, scope));
    return BOOL;
  }

  #guard(scope: Scope, found: ReadonlySet<string>): Scope {
    return { ...scope, guarded: union(scope.guarded, found) };
  }

  #logic(node: LogicNode, scope: Scope): CelType {
    this.expect(node.left, BOOL, scope);
    const { whenTrue, whenFalse } = presenceOf(node.left);
    this.expect(node.right, BOOL, this.#guard(scope, node.kind === "and" ? whenTrue : whenFalse));
    return BOOL;
  }

  #conditional(node: ConditionalNode, scope: Scope): CelType {
    this.expect(node.when, BOOL, scope);
    const { whenTrue, whenFalse } = presenceOf(node.when);
    const then = this.type(node.then, this.#guard(scope, whenTrue));
    const otherwise = this.type(node.otherwise, this.#guard(scope, whenFalse));
    if (!sameType(then, otherwise)) this.mistyped(node.otherwise, typeName(then), otherwise);
    return eitherType(then, otherwise);
  }

  #unary(node: UnaryNode, scope: Scope): CelType {
    if (node.kind === "not") return this.expect(node.of, BOOL, scope) && BOOL;
    const found = this.type(node.of, scope);
    if (!isNumber(found)) this.mistyped(node.of, "int", found);
    return found;
  }

  #compare(node: CompareNode, scope: Scope): CelType {
    const [left, right] = [this.type(node.left, scope), this.type(node.right, scope)];
    const equality = node.operator === "==" || node.operator === "!=";
    const comparable = equality ? ["bool", "int", "double", "string", "dyn"] : ["int", "double", "string", "dyn"];
    if (!comparable.includes(left.kind)) this.mistyped(node.left, comparable.slice(0, -1).join(" | "), left);
    else if (!sameType(left, right) && (equality || !isNumber(left) || !isNumber(right))) this.mistyped(node.right, typeName(left), right);
    else if (equality) this.#offered(node, left, right);
    return BOOL;
  }

  /** A comparison with a value the field cannot have is a slip, or a leftover of an older form. */
  #offered({ left, right }: CompareNode, leftType: CelType, rightType: CelType): void {
    if (right.kind === "literal") this.#member(right, left, leftType);
    else if (left.kind === "literal") this.#member(left, right, rightType);
  }

  #member(literal: ExpressionNode, field: ExpressionNode, type: CelType): void {
    const path = pathOf(field);
    if (literal.kind !== "literal" || type.kind !== "string" || type.values === undefined || path === undefined) return;
    const name = String(literal.value);
    if (!type.values.includes(name)) this.fault("condition-unknown-value", literal, { name, path, names: type.values.join(", ") }, nearestName(name, type.values));
  }

  #in(node: InNode, scope: Scope): CelType {
    const item = this.type(node.item, scope);
    const list = this.type(node.list, scope);
    if (list.kind !== "list" && list.kind !== "dyn") this.mistyped(node.list, "list", list);
    if (list.kind === "list" && !sameType(item, list.of)) this.mistyped(node.item, typeName(list.of), item);
    if (node.list.kind === "list") for (const entry of node.list.items) this.#member(entry, node.item, item);
    return BOOL;
  }

  #arithmetic(node: ArithmeticNode, scope: Scope): CelType {
    const [left, right] = [this.type(node.left, scope), this.type(node.right, scope)];
    const fits = isNumber(left) || (node.operator === "+" && left.kind === "string") || left.kind === "dyn";
    if (!fits) this.mistyped(node.left, "int", left);
    else if (!sameType(left, right)) this.mistyped(node.right, typeName(left), right);
    return left.kind === "string" ? STRING : left;
  }

  #list(node: ListNode, scope: Scope): CelType {
    const [first = DYN, ...others] = node.items.map((item) => this.type(item, scope));
    others.forEach((other, index) => {
      const at = node.items[index + 1];
      if (at !== undefined && !sameType(first, other)) this.mistyped(at, typeName(first), other);
    });
    // The values of its entries say nothing of what else the list might hold; that all of them are days does.
    const of = others.reduce(eitherType, first);
    return { kind: "list", of: of.kind === "string" ? { kind: "string", ...(of.format === undefined ? {} : { format: of.format }) } : first, most: node.items.length };
  }

  #each(node: EachNode, scope: Scope): CelType {
    const list = this.type(node.list, scope);
    if (list.kind !== "list" && list.kind !== "dyn") this.mistyped(node.list, "list", list);
    if (Object.hasOwn(scope.variables, node.variable) || this.#elsewhere.includes(node.variable)) this.fault("condition-syntax", node, { found: node.variable });
    const element = list.kind === "list" ? list.of : DYN;
    const most = list.kind === "list" ? (list.most ?? Number.POSITIVE_INFINITY) : 1;
    const rounds = scope.rounds * Math.max(1, most);
    if (scope.rounds > 1 && rounds > MOST_ROUNDS) this.fault("condition-too-much-work", node.list, { found: Number.isFinite(rounds) ? String(rounds) : "∞", limit: String(MOST_ROUNDS) });
    const inside = this.#guard({ ...scope, rounds, variables: { ...scope.variables, [node.variable]: element } }, keptBy(node));
    if (node.macro !== "map") {
      this.expect(node.body, BOOL, inside);
      return node.macro === "filter" ? list : BOOL;
    }
    return { kind: "list", of: this.type(node.body, inside), ...(Number.isFinite(most) ? { most } : {}) };
  }
}

/** What every entry has that a filter let through, by the variable of the macro that goes on with them. */
function keptBy({ list, variable }: EachNode): ReadonlySet<string> {
  if (list.kind !== "each" || list.macro !== "filter") return new Set();
  const found = [...presenceOf(list.body).whenTrue, ...keptBy(list)].map((path) => path.split("."));
  return new Set(found.flatMap(([first, ...rest]) => (first === list.variable ? [[variable, ...rest].join(".")] : [])));
}

function isNumber(type: CelType): boolean {
  return type.kind === "int" || type.kind === "double" || type.kind === "dyn";
}

/** Reading `form.a.b` demands `form.a` anyway. */
function withoutPrefixes(reads: ReadonlySet<string>): readonly string[] {
  const all = [...reads];
  return all.filter((path) => !all.some((other) => other.startsWith(`${path}.`))).toSorted();
}

