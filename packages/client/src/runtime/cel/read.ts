import { isObject, own } from "../own.ts";

/** `value.key`: the object's own; `undefined` where there is none. */
export function get(value: unknown, key: string): unknown {
  return isObject(value) ? own(value, key) : undefined;
}

/** `has(value.key)`; `undefined` where `value` itself is absent or no object. As in CEL, a list has no keys. */
export function hasKey(value: unknown, key: string): boolean | undefined {
  if (Array.isArray(value)) return false;
  return isObject(value) ? own(value, key) !== undefined : undefined;
}

/** A list; `undefined` where an entry is absent. */
export function list(...entries: readonly unknown[]): readonly unknown[] | undefined {
  return entries.includes(undefined) ? undefined : entries;
}
