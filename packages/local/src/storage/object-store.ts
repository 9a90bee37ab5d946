import { createHash, randomUUID } from "node:crypto";
import { mkdirSync, rmSync } from "node:fs";
import { readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { AwsError } from "../aws-error.ts";
import { openJournal } from "../runtime/journal.ts";
import type { Retention } from "./object-lock.ts";

/** What is known of an object without reading it. */
export interface StoredObject {
  readonly key: string;
  /** File name of its bytes. */
  readonly file: string;
  readonly size: number;
  /** MD5 in hex, unquoted. */
  readonly etag: string;
  readonly contentType: string;
  /** `x-amz-meta-*`, names without the prefix. */
  readonly metadata: Readonly<Record<string, string>>;
  /** ISO 8601. */
  readonly lastModified: string;
  /** In a bucket under Object Lock: names this version for as long as it is kept. */
  readonly versionId?: string;
  /** Until when this version cannot be removed, ISO 8601. */
  readonly retainUntil?: string;
}

/** What is said of an object when it is put. */
export interface ObjectDescription {
  readonly contentType: string;
  readonly metadata: Readonly<Record<string, string>>;
  /** Only where there is none of this key. */
  readonly ifAbsent?: boolean;
}

/** The objects of one bucket, on the file system. */
export interface ObjectStore {
  /** @throws AwsError `PreconditionFailed` where the object must be absent and is not */
  readonly put: (key: string, bytes: Buffer, about: ObjectDescription) => Promise<StoredObject>;
  readonly head: (key: string) => StoredObject | undefined;
  readonly read: (stored: StoredObject) => Promise<Buffer>;
  /** Takes an object away; a version under Object Lock is only hidden. */
  readonly remove: (key: string) => void;
  /** A version of a bucket under Object Lock, hidden or not. */
  readonly version: (key: string, versionId: string) => StoredObject | undefined;
  /** Takes a version away for good. Its time must have passed. */
  readonly removeVersion: (stored: StoredObject) => void;
  /** Objects whose key begins with `prefix`, by key. */
  readonly list: (prefix: string) => readonly StoredObject[];
  readonly close: () => void;
}

type Entry = { readonly put: StoredObject } | { readonly removed: string } | { readonly discarded: string };

/** Opens a bucket: bytes in files of their own, names in a journal, so that an object is there whole or not at all. */
export function openObjectStore(directory: string, now: () => Date, retention?: Retention): ObjectStore {
  const files = join(directory, "objects");
  mkdirSync(files, { recursive: true });
  const objects = new Map<string, StoredObject>();
  const versions = new Map<string, StoredObject>();
  const apply = (entry: Entry): void => {
    if ("put" in entry) {
      objects.set(entry.put.key, entry.put);
      if (entry.put.versionId !== undefined) versions.set(entry.put.versionId, entry.put);
    } else if ("removed" in entry) objects.delete(entry.removed);
    else {
      const stored = versions.get(entry.discarded);
      versions.delete(entry.discarded);
      if (stored !== undefined && objects.get(stored.key) === stored) objects.delete(stored.key);
    }
  };
  const journal = openJournal<Entry>(join(directory, "names.jsonl"), (entry) => {
    apply(entry);
  });
  const discard = (stored: StoredObject | undefined) => {
    if (stored !== undefined && stored.versionId === undefined) rmSync(join(files, stored.file), { force: true });
  };
  return {
    put: async (key, bytes, { contentType, metadata, ifAbsent = false }) => {
      const file = randomUUID();
      await writeFile(join(files, `${file}.part`), bytes);
      await rename(join(files, `${file}.part`), join(files, file));
      // Looked at last: between two writers of the same name, the first to be named wins.
      if (ifAbsent && objects.has(key)) {
        rmSync(join(files, file));
        throw new AwsError("PreconditionFailed", "At least one of the pre-conditions you specified did not hold", { status: 412 });
      }
      const etag = createHash("md5").update(bytes).digest("hex");
      const at = now();
      const lock = retention === undefined ? {} : { versionId: file, retainUntil: new Date(at.getTime() + retention.milliseconds).toISOString() };
      const stored: StoredObject = { key, file, size: bytes.length, etag, contentType, metadata, lastModified: at.toISOString(), ...lock };
      const before = objects.get(key);
      journal.append({ put: stored });
      apply({ put: stored });
      discard(before);
      return stored;
    },
    head: (key) => objects.get(key),
    read: (stored) => readFile(join(files, stored.file)),
    remove: (key) => {
      const before = objects.get(key);
      if (before === undefined) return;
      journal.append({ removed: key });
      apply({ removed: key });
      discard(before);
    },
    version: (key, versionId) => {
      const stored = versions.get(versionId);
      return stored?.key === key ? stored : undefined;
    },
    removeVersion: ({ versionId = "", file }) => {
      journal.append({ discarded: versionId });
      apply({ discarded: versionId });
      rmSync(join(files, file), { force: true });
    },
    list: (prefix) => [...objects.values()].filter(({ key }) => key.startsWith(prefix)).sort((a, b) => (a.key < b.key ? -1 : 1)),
    close: () => journal.close(),
  };
}
