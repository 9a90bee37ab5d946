import type { CelType } from "../cel-type.ts";
import type { ExpressionNode } from "../expression-node.ts";
import { holds, termsOf } from "./outline.ts";
import { domainOf, type Term, type TermValue } from "./term.ts";

/** Whether an expression always holds, never does, can do both; `nowhere` when what is given cannot be. */
export type Decision = "always" | "never" | "open" | "nowhere";

/** What an expression is decided under. */
export interface DecisionScope {
  readonly variables: Readonly<Record<string, CelType>>;
  /** Other expressions, and whether they hold whenever this one is asked. */
  readonly given?: readonly { readonly node: ExpressionNode; readonly holds: boolean }[];
  /** Values some terms are limited to, by key. */
  readonly limited?: ReadonlyMap<string, readonly TermValue[]>;
}

/** Combinations tried before an expression counts as open: enough for a dozen questions, little enough for a keystroke. */
const MOST = 20_000;

/**
 * Decides a condition by trying one value of every kind its terms can have by the form: listed values, `const`, bounds,
 * required fields. Never wrong where it says `always` or `never`: what it cannot see into counts as free. What only
 * `if/then` of the form excludes it does not see, and then says `open`.
 */
export function decideExpression(node: ExpressionNode, scope: DecisionScope): Decision {
  const given = scope.given ?? [];
  const terms = new Map<string, Term>();
  for (const one of [node, ...given.map((other) => other.node)]) termsOf(one, scope.variables, terms);
  const domains = [...terms].map(([key, term]) => [key, limitedTo(domainOf(term), scope.limited?.get(key))] as const);
  const count = domains.reduce((product, [, values]) => product * values.length, 1);
  if (count > MOST) return given.length > 0 ? decideExpression(node, { variables: scope.variables }) : "open";
  let seen: boolean | undefined;
  for (const values of combinations(domains)) {
    if (!given.every((other) => holds(other.node, values) === other.holds)) continue;
    const now = holds(node, values);
    if (seen !== undefined && seen !== now) return "open";
    seen = now;
  }
  return seen === undefined ? "nowhere" : seen ? "always" : "never";
}

function limitedTo(values: readonly TermValue[], limit: readonly TermValue[] | undefined): readonly TermValue[] {
  if (limit === undefined) return values;
  const listed = values.filter((value) => limit.includes(value));
  return listed.length > 0 ? listed : limit;
}

function* combinations(domains: readonly (readonly [string, readonly TermValue[]])[]): Generator<ReadonlyMap<string, TermValue>> {
  if (domains.some(([, values]) => values.length === 0)) return;
  const at = domains.map(() => 0);
  for (;;) {
    yield new Map(domains.map(([key, values], index) => [key, values[at[index] ?? 0] as TermValue]));
    let place = 0;
    while (place < at.length && (at[place] ?? 0) + 1 === domains[place]?.[1].length) at[place++] = 0;
    if (place === at.length) return;
    at[place] = (at[place] ?? 0) + 1;
  }
}
