import { createHash, randomUUID } from "node:crypto";
import { mkdirSync, rmSync } from "node:fs";
import { readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { openJournal } from "../runtime/journal.ts";

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
}

/** The objects of one bucket, on the file system. */
export interface ObjectStore {
  readonly put: (key: string, bytes: Buffer, about: { readonly contentType: string; readonly metadata: Readonly<Record<string, string>> }) => Promise<StoredObject>;
  readonly head: (key: string) => StoredObject | undefined;
  readonly read: (stored: StoredObject) => Promise<Buffer>;
  readonly remove: (key: string) => void;
  /** Objects whose key begins with `prefix`, by key. */
  readonly list: (prefix: string) => readonly StoredObject[];
  readonly close: () => void;
}

type Entry = { readonly put: StoredObject } | { readonly removed: string };

/** Opens a bucket: bytes in files of their own, names in a journal, so that an object is there whole or not at all. */
export function openObjectStore(directory: string, now: () => Date): ObjectStore {
  const files = join(directory, "objects");
  mkdirSync(files, { recursive: true });
  const objects = new Map<string, StoredObject>();
  const journal = openJournal<Entry>(join(directory, "names.jsonl"), (entry) => {
    if ("put" in entry) objects.set(entry.put.key, entry.put);
    else objects.delete(entry.removed);
  });
  const discard = (stored: StoredObject | undefined) => {
    if (stored !== undefined) rmSync(join(files, stored.file), { force: true });
  };
  return {
    put: async (key, bytes, { contentType, metadata }) => {
      const file = randomUUID();
      await writeFile(join(files, `${file}.part`), bytes);
      await rename(join(files, `${file}.part`), join(files, file));
      const etag = createHash("md5").update(bytes).digest("hex");
      const stored = { key, file, size: bytes.length, etag, contentType, metadata, lastModified: now().toISOString() };
      const before = objects.get(key);
      journal.append({ put: stored });
      objects.set(key, stored);
      discard(before);
      return stored;
    },
    head: (key) => objects.get(key),
    read: (stored) => readFile(join(files, stored.file)),
    remove: (key) => {
      const before = objects.get(key);
      if (before === undefined) return;
      journal.append({ removed: key });
      objects.delete(key);
      discard(before);
    },
    list: (prefix) => [...objects.values()].filter(({ key }) => key.startsWith(prefix)).sort((a, b) => (a.key < b.key ? -1 : 1)),
    close: () => journal.close(),
  };
}
