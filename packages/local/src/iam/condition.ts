import { wildcard } from "./wildcard.ts";

/** What is known of a call when its conditions are read: condition key → value. */
export type ConditionContext = Readonly<Record<string, string | readonly string[]>>;

type Operator = (actual: string, wanted: string) => boolean;

const like: Operator = (actual, wanted) => wildcard(wanted).test(actual);

const OPERATORS: Readonly<Record<string, Operator>> = {
  StringEquals: (actual, wanted) => actual === wanted,
  StringNotEquals: (actual, wanted) => actual !== wanted,
  StringEqualsIgnoreCase: (actual, wanted) => actual.toLowerCase() === wanted.toLowerCase(),
  StringLike: like,
  StringNotLike: (actual, wanted) => !like(actual, wanted),
  ArnEquals: like,
  ArnLike: like,
  ArnNotEquals: (actual, wanted) => !like(actual, wanted),
  ArnNotLike: (actual, wanted) => !like(actual, wanted),
  Bool: (actual, wanted) => actual === wanted,
  NumericEquals: (actual, wanted) => Number(actual) === Number(wanted),
  NumericLessThanEquals: (actual, wanted) => Number(actual) <= Number(wanted),
  NumericGreaterThanEquals: (actual, wanted) => Number(actual) >= Number(wanted),
};

/**
 * Whether every operator of a `Condition` block holds. A key that is absent fails, unless the operator is negated or
 * ends in `IfExists`; `ForAllValues`, `ForAnyValue` and `Null` as in IAM.
 * @throws Error naming an operator that is not known here
 */
export function conditionHolds(condition: Readonly<Record<string, Readonly<Record<string, unknown>>>>, context: ConditionContext): boolean {
  return Object.entries(condition).every(([operator, keys]) =>
    Object.entries(keys).every(([key, wanted]) => holds(operator, [wanted].flat().map(String), valuesOf(key, context))),
  );
}

function valuesOf(key: string, context: ConditionContext): readonly string[] | undefined {
  const found = Object.entries(context).find(([name]) => name.toLowerCase() === key.toLowerCase())?.[1];
  return found === undefined ? undefined : [found].flat();
}

function holds(written: string, wanted: readonly string[], actual: readonly string[] | undefined): boolean {
  if (written === "Null") return (actual === undefined) === (wanted[0] === "true");
  const [, quantifier, name = "", ifExists] = /^(?:(ForAllValues|ForAnyValue):)?(.*?)(IfExists)?$/.exec(written) ?? [];
  const operator = OPERATORS[name];
  if (operator === undefined) throw new Error(`the condition operator ${written} is not known to the local runner`);
  const negated = name.includes("Not");
  if (actual === undefined) return ifExists !== undefined || negated || quantifier === "ForAllValues";
  const one = (value: string) => (negated ? wanted.every((each) => operator(value, each)) : wanted.some((each) => operator(value, each)));
  return quantifier === "ForAllValues" ? actual.every(one) : actual.some(one);
}
