/**
 * A yes or no about a value before it is printed: a constant, a piece of JavaScript that binds as tightly as a comparison,
 * or verdicts joined.
 */
export type Verdict = boolean | string | { readonly all: readonly Verdict[] } | { readonly any: readonly Verdict[] } | { readonly not: Verdict } | { readonly one: readonly Verdict[] };

/** All of them. */
export function all(verdicts: readonly Verdict[]): Verdict {
  const parts: Verdict[] = [];
  for (const verdict of verdicts) {
    if (verdict === false) return false;
    if (isAll(verdict)) parts.push(...verdict.all);
    else if (verdict !== true) parts.push(verdict);
  }
  return parts.length === 0 ? true : parts.length === 1 ? (parts[0] ?? true) : { all: [...new Set(parts)] };
}

/** At least one of them. */
export function any(verdicts: readonly Verdict[]): Verdict {
  const parts: Verdict[] = [];
  for (const verdict of verdicts) {
    if (verdict === true) return true;
    if (isAny(verdict)) parts.push(...verdict.any);
    else if (verdict !== false) parts.push(verdict);
  }
  return parts.length === 0 ? false : parts.length === 1 ? (parts[0] ?? false) : { any: parts };
}

/** Exactly one of them. */
export function one(verdicts: readonly Verdict[]): Verdict {
  const parts = verdicts.filter((verdict) => verdict !== false);
  return parts.length === 0 ? false : parts.length === 1 ? (parts[0] ?? false) : { one: parts };
}

/** The opposite. An equality is turned round; an order is not: neither of `<` and `>=` holds of NaN. */
export function not(verdict: Verdict): Verdict {
  if (typeof verdict === "boolean") return !verdict;
  if (typeof verdict === "string") return turned(verdict);
  if ("not" in verdict) return verdict.not;
  if (isAny(verdict)) return all(verdict.any.map(not));
  const opposites = isAll(verdict) ? verdict.all.map(not) : [];
  // Inequalities alone read better as a list of equalities.
  return opposites.length > 0 && opposites.every((part) => typeof part === "string") ? any(opposites) : { not: verdict };
}

/** As JavaScript. */
export function print(verdict: Verdict): string {
  if (typeof verdict !== "object") return String(verdict);
  if (isAll(verdict)) return verdict.all.map((part) => (typeof part === "object" && "any" in part ? `(${print(part)})` : print(part))).join(" && ");
  if (isAny(verdict)) return verdict.any.map((part) => (typeof part === "object" && "all" in part ? `(${print(part)})` : print(part))).join(" || ");
  if ("one" in verdict) return `${verdict.one.map(operand).join(" + ")} === 1`;
  return `!${operand(verdict.not)}`;
}

/** Leaves a predicate where a verdict is no. */
export function refusing(verdict: Verdict): readonly string[] {
  if (typeof verdict === "boolean") return verdict ? [] : ["return false;"];
  return [`if (${print(not(verdict))}) return false;`];
}

/** Tight enough to be added or negated: a name, a call, or something in brackets. */
function operand(verdict: Verdict): string {
  const text = print(verdict);
  return typeof verdict === "string" && /^[\w$.]+(\([^()]*\))?$/.test(text) ? text : `(${text})`;
}

function turned(text: string): Verdict {
  if (!EQUALITY.test(text)) return { not: text };
  const at = text.indexOf("== ") - 1;
  return `${text.slice(0, at)}${text[at] === "=" ? "!" : "="}${text.slice(at + 1)}`;
}

/** An equality of a name, a call without spaces, or a type. */
const EQUALITY = /^(?:typeof )?[\w$.]+(?:\([\w$.]*\))? [=!]== (?:"(?:[^"\\]|\\.)*"|[\w.-]+)$/;

function isAll(verdict: Verdict): verdict is { readonly all: readonly Verdict[] } {
  return typeof verdict === "object" && "all" in verdict;
}

function isAny(verdict: Verdict): verdict is { readonly any: readonly Verdict[] } {
  return typeof verdict === "object" && "any" in verdict;
}
