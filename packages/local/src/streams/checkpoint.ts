import { join } from "node:path";
import { type Journal, openJournal } from "../runtime/journal.ts";

/** How far a mapping has come in a stream: kept in a file, moved only past records whose work is done. */
export interface Checkpoint {
  /** Shard → sequence number of the last record that is done with. */
  readonly places: ReadonlyMap<string, string>;
  /** Notes a record that has been read; it holds the place until `done`. */
  readonly begin: (shard: string, sequence: string) => void;
  readonly done: (shard: string, sequence: string) => void;
  readonly close: () => void;
}

interface Entry {
  readonly shard: string;
  readonly sequence: string;
}

/** Entries after which the file is rewritten as one line per shard. */
const COMPACT_AFTER = 5_000;

/** Opens the checkpoint of one mapping. */
export function openCheckpoint(directory: string, mapping: string): Checkpoint {
  const places = new Map<string, string>();
  const open = new Map<string, { readonly sequence: string; done: boolean }[]>();
  let written = 0;
  const journal: Journal<Entry> = openJournal<Entry>(join(directory, `${mapping}.jsonl`), ({ shard, sequence }) => void places.set(shard, sequence));
  return {
    places,
    begin: (shard, sequence) => {
      const records = open.get(shard) ?? [];
      records.push({ sequence, done: false });
      open.set(shard, records);
    },
    done: (shard, sequence) => {
      const records = open.get(shard) ?? [];
      const record = records.find((each) => each.sequence === sequence);
      if (record !== undefined) record.done = true;
      let moved: string | undefined;
      while (records[0]?.done === true) moved = records.shift()?.sequence;
      if (moved === undefined) return;
      places.set(shard, moved);
      journal.append({ shard, sequence: moved });
      written += 1;
      if (written > COMPACT_AFTER) {
        journal.compact([...places].map(([each, sequenceOf]) => ({ shard: each, sequence: sequenceOf })));
        written = 0;
      }
    },
    close: () => journal.close(),
  };
}
