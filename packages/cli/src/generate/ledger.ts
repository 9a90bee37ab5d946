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
  /** Signatures of the files that were written, by path in the package. */
  readonly files: Readonly<Record<string, string>>;
}

/** What a run leaves for the next one: it has to look only at what changed since. Losing it costs time, never truth. */
export interface Ledger {
  /** Everything that decides the output of every procedure: generator and shared definitions. */
  readonly basis: string;
  readonly folders: Readonly<Record<string, LedgerEntry>>;
}

const EMPTY: Ledger = { basis: "", folders: {} };

/** Where the ledger of an output folder is kept. */
export function ledgerPath(workspace: Workspace, out: string): string {
  return join(workspace.state, "generate", `${createHash("sha256").update(out).digest("hex").slice(0, 16)}.json`);
}

/** The ledger of the last run; an empty one where there is none that can be read. */
export function readLedger(path: string): Ledger {
  try {
    const read = JSON.parse(readFileSync(path, "utf8")) as Partial<Ledger>;
    return typeof read.basis === "string" && typeof read.folders === "object" ? { basis: read.basis, folders: read.folders } : EMPTY;
  } catch {
    return EMPTY;
  }
}

/** Writes a ledger: whole or not at all. */
export function writeLedger(path: string, ledger: Ledger): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.new`, JSON.stringify(ledger));
  renameSync(`${path}.new`, path);
}
