import { canonicalJson } from "@motcua/procedure";
import { batchHash } from "../chain.ts";
import type { EventBatch } from "../event.ts";
import type { LogProof } from "./log-proof.ts";

/** A line of an exported log that should be a batch. */
export interface LogLine {
  /** In the file, from 1. */
  readonly line: number;
  readonly hash: string;
  /** What it says; absent where it is no batch. */
  readonly batch?: Pick<EventBatch, "code" | "seq" | "previous" | "at" | "command">;
}

/** A line that should be a proof; `proof` is absent where it is none, or not byte for byte as it is always written. */
export interface ProofLine {
  readonly line: number;
  readonly proof?: LogProof;
}

/** An exported dossier, line by line. */
export interface AuditFile {
  readonly log: readonly LogLine[];
  readonly proofs: readonly ProofLine[];
  /** Whether the last line is whole. */
  readonly ended: boolean;
}

const PROOF = '{"proof":';

/**
 * An exported dossier as text: each batch of the log on a line of its own, in the very bytes that were hashed, then a
 * line for each day it was sealed on. It holds no personal data, as the log holds none.
 */
export function auditFileText(bodies: readonly string[], proofs: readonly LogProof[]): string {
  return [...bodies, ...proofs.map(proofLine)].map((line) => `${line}\n`).join("");
}

/** Reads an exported dossier; what cannot be read is kept as a line that says nothing. */
export function readAuditFile(text: string): AuditFile {
  const ended = text.endsWith("\n");
  const lines = (ended ? text.slice(0, -1) : text).split("\n").map((content, index) => ({ content, line: index + 1 }));
  const isProof = ({ content }: { readonly content: string }) => content.startsWith(PROOF);
  return {
    ended,
    log: lines.filter((line) => !isProof(line)).map(({ content, line }) => ({ line, hash: batchHash(content), ...readBatch(content) })),
    proofs: lines.filter(isProof).map(({ content, line }) => ({ line, ...readProof(content) })),
  };
}

function proofLine({ statement, algorithm, signature, publicKey, leaf, index, path }: LogProof): string {
  const { code, seq, hash } = leaf;
  return canonicalJson({ proof: { statement, algorithm, signature, publicKey, leaf: { code, seq, hash }, index, path } });
}

function readBatch(content: string): { readonly batch?: NonNullable<LogLine["batch"]> } {
  try {
    const { code, seq, previous, at, command } = JSON.parse(content) as EventBatch;
    const known = typeof code === "string" && Number.isInteger(seq) && typeof previous === "string";
    return known ? { batch: { code, seq, previous, at, command } } : {};
  } catch {
    return {};
  }
}

function readProof(content: string): { readonly proof?: LogProof } {
  try {
    const { proof } = JSON.parse(content) as { readonly proof: LogProof };
    return proofLine(proof) === content ? { proof } : {};
  } catch {
    return {};
  }
}
