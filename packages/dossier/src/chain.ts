import { createHash } from "node:crypto";
import { canonicalJson } from "@motcua/procedure";
import type { EventBatch } from "./event.ts";

/** What stands before the first link of a chain: 64 zeros. */
export const NO_PREVIOUS = "0".repeat(64);

/** The bytes of a batch as stored and hashed. */
export function canonicalBatch(batch: EventBatch): string {
  return canonicalJson(batch);
}

/** SHA-256 of a stored body, lower-case hex: the next batch's `previous`. */
export function batchHash(body: string): string {
  return createHash("sha256").update(body, "utf8").digest("hex");
}

/** The first link of a chain that does not hold. */
export interface BrokenLink {
  /** Position in the list given, from 0. */
  readonly index: number;
  readonly why: "not-a-batch" | "sequence" | "previous-hash" | "other-dossier";
}

/** Checks a dossier's log over its exact bytes: sequence without gaps, each batch naming the hash of the one before. */
export function verifyChain(bodies: readonly string[]): { readonly ok: true } | { readonly ok: false; readonly broken: BrokenLink } {
  let previous = NO_PREVIOUS;
  let code: string | undefined;
  for (const [index, body] of bodies.entries()) {
    const batch = read(body);
    if (batch === undefined) return broken(index, "not-a-batch");
    code ??= batch.code;
    if (batch.code !== code) return broken(index, "other-dossier");
    if (batch.seq !== index + 1) return broken(index, "sequence");
    if (batch.previous !== previous) return broken(index, "previous-hash");
    previous = batchHash(body);
  }
  return { ok: true };
}

function broken(index: number, why: BrokenLink["why"]): { readonly ok: false; readonly broken: BrokenLink } {
  return { ok: false, broken: { index, why } };
}

function read(body: string): EventBatch | undefined {
  try {
    const batch = JSON.parse(body) as EventBatch;
    return typeof batch === "object" && batch !== null && typeof batch.seq === "number" ? batch : undefined;
  } catch {
    return undefined;
  }
}
