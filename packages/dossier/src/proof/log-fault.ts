import { NO_PREVIOUS } from "../chain.ts";
import type { LogLine } from "./audit-file.ts";
import type { Anchors, Settled } from "./settle-lines.ts";

/** The first place where a log is not what was written. */
export interface LogFault {
  readonly kind: "altered" | "removed" | "added" | "reordered" | "cut-off";
  /** Batch that was altered, removed, added or moved; for a log that was cut off, the first one missing. */
  readonly seq: number;
  /** Line of the file where it shows, from 1. */
  readonly line: number;
  /** First batch that may have been altered: before `seq` where the hashes after the alteration were computed anew. */
  readonly notBefore: number;
}

interface Walk {
  readonly lines: readonly LogLine[];
  readonly settled: Settled;
  /** Position → sequence number. */
  readonly seqAt: ReadonlyMap<number, number>;
  readonly anchors: Anchors;
}

/** Walks through the lines in their order and stops at the first that is not the batch expected there. */
export function firstFault(lines: readonly LogLine[], settled: Settled, anchors: Anchors): LogFault | undefined {
  const walk: Walk = { lines, settled, anchors, seqAt: new Map([...settled].map(([seq, position]) => [position, seq])) };
  let expected = 1;
  for (const position of lines.keys()) {
    const seq = walk.seqAt.get(position);
    if (seq !== expected) return seq === undefined ? atUnknownLine(walk, position, expected) : atOtherBatch(walk, position, { expected, seq });
    if (seq === 1 && lines[position]?.batch?.previous !== NO_PREVIOUS) return fault(walk, "altered", { seq, position });
    expected += 1;
  }
  const last = Math.max(0, ...anchors.keys());
  return expected > last ? undefined : fault(walk, "cut-off", { seq: expected, position: lines.length - 1 });
}

/** A line that is no known batch: an altered one where a batch is missing there, else one too many. */
function atUnknownLine(walk: Walk, position: number, expected: number): LogFault {
  const { lines, seqAt, anchors, settled } = walk;
  let next = position;
  while (next < lines.length && !seqAt.has(next)) next += 1;
  const after = seqAt.get(next) ?? Math.max(0, ...anchors.keys(), ...settled.keys()) + 1;
  const [missing, unknown] = [after - expected, next - position];
  const claimed = lines[position]?.batch?.seq ?? expected;
  const isLater = claimed > expected && (missing <= 0 ? next === lines.length : unknown < missing);
  if (isLater) return fault(walk, "removed", { seq: expected, position });
  return missing > 0 ? altered(walk, position, expected) : fault(walk, "added", { seq: claimed, position });
}

function atOtherBatch(walk: Walk, position: number, { expected, seq }: { readonly expected: number; readonly seq: number }): LogFault {
  for (let missing = expected; missing < seq; missing += 1) if (walk.settled.has(missing)) return fault(walk, "reordered", { seq, position });
  return fault(walk, "removed", { seq: expected, position });
}

/** The batch after it says which hash it had: then it is this one. Where that batch agrees with what stands here, or is gone, it may be any since the last seal that holds. */
function altered(walk: Walk, position: number, seq: number): LogFault {
  const { lines, settled, anchors } = walk;
  const after = settled.get(seq + 1);
  const told = after === undefined ? undefined : lines[after]?.batch?.previous;
  const isExact = told !== undefined && told !== lines[position]?.hash;
  const sure = Math.max(0, ...[...anchors.keys()].filter((sealed) => sealed < seq && settled.has(sealed)));
  return { ...fault(walk, "altered", { seq, position }), notBefore: isExact ? seq : sure + 1 };
}

function fault({ lines }: Walk, kind: LogFault["kind"], { seq, position }: { readonly seq: number; readonly position: number }): LogFault {
  return { kind, seq, line: lines[position]?.line ?? 1, notBefore: seq };
}
