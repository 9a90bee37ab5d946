import { isObject } from "../own.ts";
import { keysOf } from "./record.ts";

type Test = (entry: unknown) => boolean;
type Collect = (value: unknown, seen: Evaluated) => void;

/** Which keys and entries of one value schemas have looked at. */
export class Evaluated {
  readonly #keys = new Set<string>();
  readonly #items = new Set<number>();
  #hasEveryKey = false;
  #first = 0;

  keys(keys: readonly string[]): void {
    for (const key of keys) this.#keys.add(key);
  }

  keysLike(value: unknown, pattern: RegExp): void {
    if (isObject(value)) this.keys(Object.keys(value).filter((key) => pattern.test(key)));
  }

  everyKey(): void {
    this.#hasEveryKey = true;
  }

  /** The first entries, so many. */
  items(first: number): void {
    this.#first = Math.max(this.#first, first);
  }

  itemsThat(value: unknown, test: Test): void {
    if (Array.isArray(value)) value.forEach((entry, index) => test(entry) && this.#items.add(index));
  }

  everyItem(): void {
    this.#first = Infinity;
  }

  hasKey(key: string): boolean {
    return this.#hasEveryKey || this.#keys.has(key);
  }

  hasItem(index: number): boolean {
    return index < this.#first || this.#items.has(index);
  }
}

/** `unevaluatedProperties`: whether what stands under keys that no schema has looked at meets a test. */
export function meetsRestOfKeys(value: unknown, collect: Collect, test: Test): boolean {
  if (!isObject(value)) return true;
  const seen = new Evaluated();
  collect(value, seen);
  return keysOf(value).every((key) => seen.hasKey(key) || test(value[key]));
}

/** `unevaluatedItems`: whether entries that no schema has looked at meet a test. */
export function meetsRestOfItems(value: unknown, collect: Collect, test: Test): boolean {
  if (!Array.isArray(value)) return true;
  const seen = new Evaluated();
  collect(value, seen);
  return value.every((entry, index) => seen.hasItem(index) || test(entry));
}
