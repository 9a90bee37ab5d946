import { localDate } from "@motcua/calendar";
import { canonicalJson } from "@motcua/procedure";
import { batchHash } from "../chain.ts";
import type { EventBatch } from "../event.ts";

/** How far a dossier's log had come at the end of a day: its last batch then, and that batch's hash. */
export interface DayLeaf {
  readonly code: string;
  readonly seq: number;
  /** SHA-256 hex of the batch's bytes; stands for every batch before it too. */
  readonly hash: string;
}

/** The bytes of a leaf as they go into the day's tree. */
export function leafText({ code, seq, hash }: DayLeaf): string {
  return canonicalJson({ code, seq, hash });
}

/**
 * Where a log stood at the end of a day, from its bodies; `undefined` when it had not begun.
 * @param day ISO date, Asia/Ho_Chi_Minh
 */
export function leafOfDay(bodies: readonly string[], day: string): DayLeaf | undefined {
  const body = bodies.findLast((each) => localDate(batchOf(each).at) <= day);
  if (body === undefined) return undefined;
  const { code, seq } = batchOf(body);
  return { code, seq, hash: batchHash(body) };
}

/** Days on which a log grew, ISO dates in Asia/Ho_Chi_Minh, in order, each once. */
export function daysOfLog(bodies: readonly string[]): readonly string[] {
  return [...new Set(bodies.map((body) => localDate(batchOf(body).at)))].toSorted();
}

function batchOf(body: string): EventBatch {
  return JSON.parse(body) as EventBatch;
}
