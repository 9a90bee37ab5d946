import { isObject } from "./own.ts";

/**
 * Whether two JSON values are the same: numbers by value, lists in order, objects by their own keys in any order. Keeps a
 * list of what is left to compare instead of calling itself: values may be nested deeper than the stack.
 */
export function equal(a: unknown, b: unknown): boolean {
  const left: (readonly [unknown, unknown])[] = [[a, b]];
  for (let pair = left.pop(); pair !== undefined; pair = left.pop()) {
    const inside = pair[0] === pair[1] ? [] : alike(pair[0], pair[1]);
    if (inside === undefined) return false;
    for (const next of inside) left.push(next);
  }
  return true;
}

/** What has to be equal for two values to be; `undefined` where they differ already. */
function alike(a: unknown, b: unknown): readonly (readonly [unknown, unknown])[] | undefined {
  if (Array.isArray(a)) return Array.isArray(b) && a.length === b.length ? a.map((entry, index) => [entry, b[index]]) : undefined;
  if (!isObject(a) || !isObject(b)) return undefined;
  const keys = Object.keys(a);
  const isSame = keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key));
  return isSame ? keys.map((key) => [a[key], b[key]]) : undefined;
}
