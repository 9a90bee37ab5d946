import { closeSync, existsSync, fstatSync, fsyncSync, ftruncateSync, mkdirSync, openSync, readFileSync, renameSync, truncateSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import type { Store, StoreRecord } from "./store.ts";

/**
 * A store in one file, a JSON record a line. Lines are only ever added; a last line torn by a kill is dropped when the
 * file is read. An appended line is in the operating system's hands when `append` returns: it survives the death of the
 * process, not a loss of power.
 * @throws SyntaxError from `load` where another line than the last is damaged
 */
export function createFileStore(path: string): Store {
  mkdirSync(dirname(path), { recursive: true });
  let file: number | undefined;
  let size = 0;
  const opened = (): number => {
    if (file !== undefined) return file;
    file = openSync(path, "a");
    size = fstatSync(file).size;
    return file;
  };
  return {
    load: () => {
      if (!existsSync(path)) return [];
      const { records, bytes, torn } = readLines(readFileSync(path));
      if (torn) truncateSync(path, bytes);
      return records;
    },
    append: (record) => {
      const into = opened();
      try {
        size += writeAll(into, `${JSON.stringify(record)}\n`);
      } catch (error) {
        // Half a line must not stay before the next one.
        ftruncateSync(into, size);
        throw error;
      }
    },
    replace: (records) => {
      const next = `${path}.next`;
      const written = openSync(next, "w");
      for (const record of records) writeAll(written, `${JSON.stringify(record)}\n`);
      fsyncSync(written);
      closeSync(written);
      if (file !== undefined) closeSync(file);
      file = undefined;
      renameSync(next, path);
    },
    close: () => {
      if (file !== undefined) closeSync(file);
      file = undefined;
    },
  };
}

const NEWLINE = 10;

/** The whole lines of a file; what follows the last newline was torn. */
function readLines(content: Buffer): { readonly records: readonly StoreRecord[]; readonly bytes: number; readonly torn: boolean } {
  const records: StoreRecord[] = [];
  let from = 0;
  for (let end = content.indexOf(NEWLINE); end !== -1; end = content.indexOf(NEWLINE, from)) {
    records.push(JSON.parse(content.toString("utf8", from, end)) as StoreRecord);
    from = end + 1;
  }
  return { records, bytes: from, torn: from < content.length };
}

function writeAll(file: number, text: string): number {
  const bytes = Buffer.from(text);
  for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written);
  return bytes.length;
}
