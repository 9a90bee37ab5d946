import { isObject } from "../own.ts";
import type { Told } from "./logic.ts";

type Over = (entry: unknown) => unknown;

/** `list.all(x, …)`: one false decides; else one that cannot be told leaves all untold. */
export function all(range: unknown, holds: Over): Told {
  const told = entriesOf(range)?.map(holds);
  if (told?.includes(false) === true) return false;
  return told?.every((entry) => entry === true) === true ? true : undefined;
}

/** `list.exists(x, …)`: one true decides. */
export function exists(range: unknown, holds: Over): Told {
  const told = entriesOf(range)?.map(holds);
  if (told?.includes(true) === true) return true;
  return told?.every((entry) => entry === false) === true ? false : undefined;
}

/** `list.exists_one(x, …)`: every entry must be told. */
export function existsOne(range: unknown, holds: Over): Told {
  const told = entriesOf(range)?.map(holds);
  if (told === undefined || !told.every((entry) => typeof entry === "boolean")) return undefined;
  return told.filter(Boolean).length === 1;
}

/** `list.map(x, …)`: every entry must have a value. */
export function mapped(range: unknown, value: Over): readonly unknown[] | undefined {
  const values = entriesOf(range)?.map(value);
  return values === undefined || values.includes(undefined) ? undefined : values;
}

/** `list.filter(x, …)`: every entry must be told. */
export function filtered(range: unknown, holds: Over): readonly unknown[] | undefined {
  const entries = entriesOf(range);
  const told = entries?.map(holds);
  if (told === undefined || !told.every((entry) => typeof entry === "boolean")) return undefined;
  return entries?.filter((_, index) => told[index] === true);
}

/** Entries of a list, or keys of an object. */
function entriesOf(range: unknown): readonly unknown[] | undefined {
  if (Array.isArray(range)) return Array.from(range as readonly unknown[]);
  return isObject(range) ? Object.keys(range) : undefined;
}
