import type { LogLine } from "./audit-file.ts";

/** Hashes that are known from outside the log, by sequence number: those of its sealed days. */
export type Anchors = ReadonlyMap<number, string>;

/** Which line is which batch: sequence number → position among the lines, from 0. Batches that no line holds are missing. */
export type Settled = ReadonlyMap<number, number>;

interface Log {
  readonly lines: readonly LogLine[];
  readonly anchors: Anchors;
  readonly code: string;
  readonly at: (hash: string | undefined) => number | undefined;
}

/**
 * Finds each batch by its hash, from the end to the beginning: a sealed hash vouches for the last batch, and every batch
 * for the one before. Where that thread breaks it is taken up again at the next line below that fits.
 */
export function settleLines(lines: readonly LogLine[], anchors: Anchors, code: string): Settled {
  const positions = new Map<string, number>();
  for (const [position, { hash }] of lines.entries()) if (!positions.has(hash)) positions.set(hash, position);
  const log: Log = { lines, anchors, code, at: (hash) => (hash === undefined ? undefined : positions.get(hash)) };
  const settled = new Map<number, number>();
  let { seq, want } = topOf(log);
  let below = lines.length - 1;
  while (seq >= 1) {
    const position = vouched(log, seq, anchors.get(seq) ?? want) ?? takenUp(log, seq, below);
    const batch = position === undefined ? undefined : lines[position]?.batch;
    if (position === undefined || batch === undefined) break;
    settled.set(batch.seq, position);
    below = position - 1;
    want = batch.previous;
    seq = batch.seq - 1;
  }
  return settled;
}

/** Where to begin: at the last line where the chain leads on from there, for today's batches are not sealed yet; else at the last seal. */
function topOf(log: Log): { readonly seq: number; readonly want: string | undefined } {
  const sealed = Math.max(0, ...log.anchors.keys());
  const last = log.lines.findLast(({ batch }) => batch?.code === log.code);
  const seq = last?.batch?.seq ?? 0;
  const before = log.at(last?.batch?.previous);
  const leadsOn = seq === 1 || (before !== undefined && log.lines[before]?.batch?.seq === seq - 1);
  return seq > sealed && (leadsOn || sealed === 0) ? { seq, want: last?.hash } : { seq: sealed, want: undefined };
}

function vouched(log: Log, seq: number, want: string | undefined): number | undefined {
  const position = log.at(want);
  const batch = position === undefined ? undefined : log.lines[position]?.batch;
  return batch?.seq === seq && batch.code === log.code ? position : undefined;
}

/** The nearest line upwards that can stand for an earlier batch than `seq`, or the one such a line names as its previous. */
function takenUp(log: Log, seq: number, from: number): number | undefined {
  for (let position = from; position >= 0; position -= 1) {
    const previous = log.at(log.lines[position]?.batch?.previous);
    // A line that follows on batch `seq - 1` is batch `seq`, altered, whatever number it claims now.
    const isAltered = previous !== undefined && log.lines[previous]?.batch?.seq === seq - 1;
    if (!isAltered && mayBeBefore(log, seq, position)) return position;
    if (previous !== undefined && mayBeBefore(log, seq, previous)) return previous;
  }
  return undefined;
}

function mayBeBefore({ lines, anchors, code }: Log, seq: number, position: number): boolean {
  const line = lines[position];
  const batch = line?.batch;
  if (line === undefined || batch === undefined || batch.code !== code || batch.seq >= seq || batch.seq < 1) return false;
  return (anchors.get(batch.seq) ?? line.hash) === line.hash;
}
