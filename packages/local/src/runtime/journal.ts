import { appendFileSync, closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, truncateSync, writeFileSync, writeSync } from "node:fs";
import { dirname } from "node:path";

/** An append-only file of JSON lines: what happened, in order, so that a start after a crash finds it again. */
export interface Journal<Entry> {
  /** Written to the file before it returns: a killed process loses nothing that was appended. */
  readonly append: (entry: Entry) => void;
  /** Replaces everything by fewer entries that say the same. */
  readonly compact: (entries: readonly Entry[]) => void;
  readonly close: () => void;
}

/** Opens a journal and replays it; a last line torn by a crash is cut off. */
export function openJournal<Entry>(file: string, replay: (entry: Entry) => void): Journal<Entry> {
  mkdirSync(dirname(file), { recursive: true });
  if (existsSync(file)) readJournal(file, replay);
  let handle = openSync(file, "a");
  return {
    append: (entry) => void writeSync(handle, `${JSON.stringify(entry)}\n`),
    compact: (entries) => {
      const next = `${file}.next`;
      writeFileSync(next, "");
      for (const entry of entries) appendFileSync(next, `${JSON.stringify(entry)}\n`);
      closeSync(handle);
      renameSync(next, file);
      handle = openSync(file, "a");
    },
    close: () => closeSync(handle),
  };
}

function readJournal(file: string, replay: (entry: never) => void): void {
  const text = readFileSync(file, "utf8");
  const end = text.lastIndexOf("\n") + 1;
  if (end < text.length) truncateSync(file, Buffer.byteLength(text.slice(0, end)));
  for (const line of text.slice(0, end).split("\n")) {
    if (line !== "") replay(JSON.parse(line) as never);
  }
}
