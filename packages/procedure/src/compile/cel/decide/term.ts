import type { CelType } from "../cel-type.ts";
import type { LiteralNode } from "../expression-node.ts";

/** A value a term is given while an expression is tried out. {@link OTHER} stands for every text that is not compared with. */
export type TermValue = string | number | boolean | typeof OTHER;

/** Any text but those an expression names. */
export const OTHER = Symbol("another text");

/** Something an expression depends on: a field, a `has()`, a function it cannot see into; and what it is compared with. */
export interface Term {
  readonly type: CelType;
  readonly constants: Set<LiteralNode["value"]>;
}

/**
 * Values that stand for all a term can have, so that no comparison with its constants tells two values of one kind apart:
 * every value where the form lists them, else the constants and one value of every gap between them.
 */
export function domainOf({ type, constants }: Term): readonly TermValue[] {
  switch (type.kind) {
    case "bool":
      return type.values ?? [true, false];
    case "int":
    case "double":
      return numbersOf(type, [...constants].filter((value) => typeof value === "number"));
    case "string":
      return type.values ?? [...[...constants].filter((value) => typeof value === "string"), OTHER];
    default:
      return anyOf([...constants]);
  }
}

/** A value of an unknown type: the kind of its constants is its kind. */
function anyOf(constants: readonly LiteralNode["value"][]): readonly TermValue[] {
  const numbers = constants.filter((value) => typeof value === "number");
  if (numbers.length > 0) return numbersOf({ kind: "double" }, numbers);
  return constants.some((value) => typeof value === "string") ? [...constants.filter((value) => typeof value === "string"), OTHER] : [true, false];
}

type NumberType = Extract<CelType, { readonly kind: "int" | "double" }>;

/** One number of every stretch between constants and bounds, and the constants and bounds themselves, as far as the type has them. */
function numbersOf(type: NumberType, constants: readonly number[]): readonly number[] {
  const marks = [...new Set([...constants, ...[type.least, type.most, type.above, type.below].filter((bound) => bound !== undefined)])].toSorted((a, b) => a - b);
  const [first = 0] = marks;
  const last = marks.at(-1) ?? 0;
  const between = marks.slice(1).map((mark, index) => inside(type.kind, marks[index] ?? mark, mark));
  const found = [below(type.kind, first), ...marks, ...between, above(type.kind, last)].filter((value) => value !== undefined && allows(type, value));
  return [...new Set(found as readonly number[])];
}

function inside(kind: "int" | "double", from: number, to: number): number | undefined {
  if (kind === "double") return (from + to) / 2;
  const next = Math.floor(from) + 1;
  return next < to ? next : undefined;
}

const below = (kind: "int" | "double", mark: number): number => (kind === "int" ? Math.ceil(mark) - 1 : mark - 1);
const above = (kind: "int" | "double", mark: number): number => (kind === "int" ? Math.floor(mark) + 1 : mark + 1);

function allows({ kind, least, most, above: over, below: under }: NumberType, value: number): boolean {
  if (kind === "int" && !Number.isInteger(value)) return false;
  return (least === undefined || value >= least) && (most === undefined || value <= most) && (over === undefined || value > over) && (under === undefined || value < under);
}
