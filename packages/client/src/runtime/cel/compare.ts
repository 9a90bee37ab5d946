import { equal } from "../equal.ts";
import { isObject } from "../own.ts";
import type { Told } from "./logic.ts";

/** `a == b`; `undefined` where one is absent or they are of different types. Nothing but null equals null. */
export function eq(a: unknown, b: unknown): Told {
  if (a === undefined || b === undefined) return undefined;
  if (a === null || b === null) return a === b;
  return kindOf(a) === kindOf(b) ? equal(a, b) : undefined;
}

/** `a != b`. */
export function ne(a: unknown, b: unknown): Told {
  const same = eq(a, b);
  return same === undefined ? undefined : !same;
}

/** `a < b` of two numbers, texts or booleans. */
export function lt(a: unknown, b: unknown): Told {
  const order = compare(a, b);
  return order === undefined ? undefined : order < 0;
}

export function lte(a: unknown, b: unknown): Told {
  const order = compare(a, b);
  return order === undefined ? undefined : order <= 0;
}

export function gt(a: unknown, b: unknown): Told {
  return lt(b, a);
}

export function gte(a: unknown, b: unknown): Told {
  return lte(b, a);
}

/** `a in b`: an entry of a list, or a key of an object. */
export function isIn(a: unknown, b: unknown): Told {
  if (a === undefined) return undefined;
  if (isObject(b)) return typeof a === "string" ? Object.hasOwn(b, a) : undefined;
  if (!Array.isArray(b)) return undefined;
  let found: Told = false;
  for (const entry of b as readonly unknown[]) {
    const same = eq(a, entry);
    if (same === true) found = true;
    if (same === undefined) return undefined;
  }
  return found;
}

function compare(a: unknown, b: unknown): number | undefined {
  if (typeof a === "string" && typeof b === "string") return a === b ? 0 : compareTexts(a, b);
  const isOrdered = (typeof a === "number" && typeof b === "number") || (typeof a === "boolean" && typeof b === "boolean");
  return isOrdered ? Number(a) - Number(b) : undefined;
}

/** By code point: an astral character comes after every other, though its surrogates do not. */
function compareTexts(a: string, b: string): number {
  let at = 0;
  while (at < a.length && at < b.length && a.charCodeAt(at) === b.charCodeAt(at)) at += 1;
  if (at === a.length || at === b.length) return a.length - b.length;
  const [left, right] = [a.charCodeAt(at), b.charCodeAt(at)];
  const lift = (unit: number) => (unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit);
  return lift(left) - lift(right);
}

function kindOf(value: unknown): string {
  return Array.isArray(value) ? "list" : typeof value;
}
