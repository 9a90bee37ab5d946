import type { JsonObject } from "../own.ts";

/**
 * The value as an object all of whose readable fields are its own, or what every object inherits; `undefined` for anything
 * that is no object. One with another prototype, which JSON never gives, is copied: what it inherits does not count.
 */
export function record(value: unknown): JsonObject | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null ? (value as JsonObject) : ownCopy(value);
}

function ownCopy(value: object): JsonObject {
  return Object.assign(Object.create(null) as object, value) as JsonObject;
}

/** Whether an object has so many keys, those with no value left out. */
export function hasKeys(value: JsonObject, expected: number): boolean {
  return Object.keys(value).length === expected || keysOf(value).length === expected;
}

/** An object's own keys, those with no value left out. */
export function keysOf(value: JsonObject): readonly string[] {
  return Object.keys(value).filter((key) => value[key] !== undefined);
}
