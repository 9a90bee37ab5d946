import type { StoredMachine } from "../definition/machine.ts";
import type { Change, Origin } from "../execution/execution.ts";

/** One line of what an engine keeps. */
export type StoreRecord =
  | { readonly kind: "machine"; readonly machine: StoredMachine }
  | ({ readonly kind: "execution"; readonly origin: Origin } & Change)
  | ({ readonly kind: "changed"; readonly arn: string } & Change);

/**
 * Where an engine keeps its state: a sequence of records. What `append` has returned from survives the process.
 * Every implementation passes the same tests.
 */
export interface Store {
  /** All records, in the order they were appended. Called once, first. */
  readonly load: () => readonly StoreRecord[];
  readonly append: (record: StoreRecord) => void;
  /** Replaces everything: as a whole or not at all. */
  readonly replace: (records: readonly StoreRecord[]) => void;
  readonly close: () => void;
}
