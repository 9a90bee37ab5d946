import type { Store, StoreRecord } from "./store.ts";

/** A store that lives as long as this object; another engine may be opened on it. */
export function createMemoryStore(records: readonly StoreRecord[] = []): Store & { readonly records: () => readonly StoreRecord[] } {
  let kept = [...records];
  return {
    load: () => [...kept],
    append: (record) => void kept.push(record),
    replace: (all) => void (kept = [...all]),
    close: () => {},
    records: () => kept,
  };
}
