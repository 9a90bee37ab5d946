import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Workspace } from "../workspace.ts";

/** What was generated from one folder. */
export interface LedgerEntry {
  readonly definition: string;
  readonly code: string;
  /** Day the version comes into force. */
  readonly from: string;
  /** Name of the module in the package. */
  readonly name: string;
  /** Signatures of the files that are its own, by path in the package. */
  readonly files: Readonly<Record<string, string>>;
  /** Files that it has in common with others. */
  readonly shared: readonly string[];
}

/** What a run leaves for the next one: it has to look only at what changed since. Losing it costs time, never truth. */
export interface Ledger {
  /** Everything that decides the output of every procedure: generator and shared definitions. */
  readonly basis: string;
  /** Signatures of the files that procedures have in common, by path. */
  readonly shared: Readonly<Record<string, string>>;
  readonly folders: Readonly<Record<string, LedgerEntry>>;
}

/** The same as it is kept: shared files, of which every procedure has dozens, by their number in the order of `shared`. */
interface Kept extends Omit<Ledger, "folders"> {
  readonly folders: Readonly<Record<string, Omit<LedgerEntry, "shared"> & { readonly shared: readonly number[] }>>;
}

const EMPTY: Ledger = { basis: "", shared: {}, folders: {} };

/** Where the ledger of an output folder is kept. */
export function ledgerPath(workspace: Workspace, out: string): string {
  return join(workspace.state, "generate", `${createHash("sha256").update(out).digest("hex").slice(0, 16)}.json`);
}

/** The ledger of the last run; an empty one where there is none that can be read. */
export function readLedger(path: string): Ledger {
  try {
    const { basis, shared, folders } = JSON.parse(readFileSync(path, "utf8")) as Kept;
    const paths = Object.keys(shared);
    return { basis, shared, folders: each(folders, (entry) => ({ ...entry, shared: entry.shared.map((number) => paths[number] ?? "") })) };
  } catch {
    return EMPTY;
  }
}

/** Writes a ledger: whole or not at all. */
export function writeLedger(path: string, ledger: Ledger): void {
  mkdirSync(dirname(path), { recursive: true });
  const numbers = new Map(Object.keys(ledger.shared).map((shared, number) => [shared, number]));
  const kept: Kept = { ...ledger, folders: each(ledger.folders, (entry) => ({ ...entry, shared: entry.shared.flatMap((shared) => numbers.get(shared) ?? []) })) };
  writeFileSync(`${path}.new`, JSON.stringify(kept));
  renameSync(`${path}.new`, path);
}

function each<From, To>(of: Readonly<Record<string, From>>, change: (value: From) => To): Readonly<Record<string, To>> {
  return Object.fromEntries(Object.entries(of).map(([key, value]) => [key, change(value)]));
}
