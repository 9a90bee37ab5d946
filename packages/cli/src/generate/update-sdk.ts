import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Problem } from "@motcua/procedure";
import type { Workspace } from "../workspace.ts";
import type { GeneratedFolder } from "./generate-folders.ts";
import { startGenerator } from "./generate-in-threads.ts";
import { generatorVersion } from "./generator-version.ts";
import { type Ledger, type LedgerEntry, ledgerPath, readLedger, writeLedger } from "./ledger.ts";
import { type DatedFolder, moduleNames } from "./module-names.ts";
import { hasForeignManifest, type PackageOutcome, writePackage } from "./write-package.ts";
import { generatedIn } from "./plan-files.ts";
import { definitionFolders } from "./definition-folders.ts";
import { definitionSignature, folderSignature, signatureOf } from "./signature.ts";

/** Where to write an SDK, and what the package is called. */
export interface SdkTarget {
  /** Absolute. */
  readonly out: string;
  readonly name: string;
}

/** What a run did. Paths are inside the package. */
export interface SdkUpdate extends PackageOutcome {
  readonly procedures: number;
  /** Procedures that were generated again. */
  readonly generated: number;
  /** Names of modules by the folder of their definition. */
  readonly names: ReadonlyMap<string, string>;
  /** Nothing of the procedures they belong to was written. */
  readonly problems: readonly Problem[];
}

/**
 * Brings an SDK up to date with the definitions of a workspace, looking only at what changed since the last run: a
 * definition, what all of them share, the generator, or a file that was written. The generator itself is loaded only when
 * there is something to generate.
 */
export async function updateSdk(workspace: Workspace, target: SdkTarget): Promise<SdkUpdate> {
  const nothing = { written: [], removed: [], unchanged: 0, procedures: 0, generated: 0, problems: [], names: new Map<string, string>() };
  if (hasForeignManifest(target)) return { ...nothing, foreign: ["package.json"] };
  const path = ledgerPath(workspace, target.out);
  const before = readLedger(path);
  const basis = [generatorVersion(), folderSignature([join(workspace.schemas, "contract"), join(workspace.schemas, "shared")])].join("\n");
  const known = before.basis === basis ? before.folders : {};
  const found = definitionFolders(workspace.schemas);
  // Of nothing that is known everything has to be generated: the generator loads while the definitions are looked at.
  const generator = known === before.folders ? undefined : startGenerator({ schemas: workspace.schemas, out: target.out }, found.length);
  const folders = found.map((folder) => ({ folder, ...identityOf(folder, known[folder]) }));
  const names = moduleNames(folders);
  const earlier = before.basis === "" ? await generatedIn(target.out) : [...Object.values(before.folders).flatMap(({ files }) => Object.keys(files)), ...Object.keys(before.shared)];
  const signature = (file: string) => signatureOf(join(target.out, file));
  const changed = new Set(Object.keys(before.shared).filter((file) => signature(file) !== before.shared[file]));
  const stale = existsSync(target.out) ? folders.filter(({ folder, definition }) => !isCurrent(known[folder], { definition, name: names.get(folder) ?? "", signature, changed })) : folders;
  const named = stale.map(({ folder }) => ({ folder, name: names.get(folder) ?? "" }));
  if (named.length === 0) generator?.end();
  const done = named.length === 0 ? [] : await (generator ?? startGenerator({ schemas: workspace.schemas, out: target.out }, named.length)).generate(named);
  const entries = { ...kept(known, folders), ...entriesOf(folders, names, done) };
  // Several threads may have written a shared file, one after the other: what it is like is asked when all are done.
  const shared = new Set(Object.values(entries).flatMap((entry) => entry.shared));
  const ledger = { basis, shared: Object.fromEntries([...shared].map((file) => [file, signature(file)])), folders: entries };
  const outcome = await writePackage(target, { before, earlier, ledger, done });
  if (done.length > 0 || outcome.removed.length > 0 || before.basis !== basis) writeLedger(path, ledger);
  return { ...outcome, names, procedures: folders.length, generated: done.length, problems: done.flatMap(({ problems }) => problems) };
}

type Folders = readonly (DatedFolder & { readonly definition: string })[];

/** Code and day of a definition, without compiling it. One that cannot be read is left to the compiler, which says what is wrong. */
function identityOf(folder: string, entry: LedgerEntry | undefined): Omit<Folders[number], "folder"> {
  const definition = definitionSignature(folder);
  if (entry?.definition === definition) return { definition, code: entry.code, from: entry.from };
  try {
    const { code, effective } = JSON.parse(readFileSync(join(folder, "procedure.json"), "utf8")) as { readonly code: string; readonly effective: { readonly from: string } };
    return { definition, code, from: effective.from };
  } catch {
    return { definition, code: folder, from: "" };
  }
}

interface Expected {
  readonly definition: string;
  readonly name: string;
  /** Signature of a file of the package as it is now. */
  readonly signature: (path: string) => string;
  /** Shared files that are not as they were written. */
  readonly changed: ReadonlySet<string>;
}

function isCurrent(entry: LedgerEntry | undefined, { definition, name, signature, changed }: Expected): boolean {
  if (entry === undefined || entry.name !== name || entry.definition !== definition) return false;
  return !entry.shared.some((path) => changed.has(path)) && Object.entries(entry.files).every(([path, written]) => signature(path) === written);
}

/** What is known of folders that still are there. */
function kept(known: Ledger["folders"], folders: Folders): Ledger["folders"] {
  return Object.fromEntries(folders.flatMap(({ folder }) => (known[folder] === undefined ? [] : [[folder, known[folder]]])));
}

/** What is noted of folders whose files were written. */
function entriesOf(folders: Folders, names: ReadonlyMap<string, string>, done: readonly GeneratedFolder[]): Ledger["folders"] {
  const byFolder = new Map(done.map((one) => [one.folder, one]));
  return Object.fromEntries(
    folders.flatMap(({ folder, ...identity }) => {
      const { files = {}, shared = [] } = byFolder.get(folder) ?? {};
      return Object.keys(files).length === 0 ? [] : [[folder, { ...identity, name: names.get(folder) ?? "", files, shared }]];
    }),
  );
}
