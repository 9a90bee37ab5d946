import { createHash } from "node:crypto";
import { readAuditFile, type AuditFile } from "./audit-file.ts";
import { firstFault, type LogFault } from "./log-fault.ts";
import { checkProof, type ProofFault, type ProvenDay } from "./log-proof.ts";
import { settleLines } from "./settle-lines.ts";

/** A sealed day that does not prove what it should. */
export interface BadProof {
  readonly kind: "proof";
  /** Line of the file, from 1. */
  readonly line: number;
  readonly why: ProofFault | "other-dossier" | "contradiction" | "not-in-order" | "torn";
}

/** What an exported dossier was found to be. */
export interface Audit {
  readonly code: string;
  /** Batches in the file. */
  readonly batches: number;
  /** Days whose seals hold, in order, and up to which batch each proves the log. */
  readonly sealed: readonly { readonly day: string; readonly sealedAt: string; readonly seq: number }[];
  /** Batches after the last seal: only the chain holds them, and nothing shows whether some were cut off. */
  readonly unsealed: number;
  /** SHA-256 hex of the keys the seals are signed with (DER), to compare with the one the province published. */
  readonly keys: readonly string[];
  /** The first fault of the file; absent when all holds. */
  readonly fault?: LogFault | BadProof;
}

/**
 * Checks an exported dossier offline, over its exact bytes. A changed byte anywhere in it is a fault.
 * @param trustedKey the province's published key, DER in base64; without it the seals are only shown to agree with each other
 */
export function auditLog(text: string, trustedKey?: string): Audit {
  const file = readAuditFile(text);
  const checked = file.proofs.map((line) => ({ line: line.line, ...checkedProof(line, trustedKey) }));
  const proven = checked.flatMap(({ value }) => (value === undefined ? [] : [value]));
  const code = proven[0]?.leaf.code ?? file.log.find(({ batch }) => batch !== undefined)?.batch?.code ?? "";
  const days = proven.filter(({ leaf }) => leaf.code === code);
  const anchors = new Map(days.map(({ leaf }) => [leaf.seq, leaf.hash]));
  const found = noLog(file) ?? firstOf(firstFault(file.log, settleLines(file.log, anchors, code), anchors), badProof(file, checked, code));
  const last = Math.max(0, ...anchors.keys());
  return {
    code,
    batches: file.log.length,
    sealed: days.map(({ statement: { day, sealedAt }, leaf: { seq } }) => ({ day, sealedAt, seq })),
    unsealed: Math.max(0, file.log.length - last),
    keys: [...new Set(file.proofs.flatMap(({ proof }) => (proof === undefined ? [] : [fingerprint(proof.publicKey)])))],
    ...(found === undefined ? {} : { fault: found }),
  };
}

/** SHA-256 hex of a public key, DER in base64. */
export function fingerprint(publicKey: string): string {
  return createHash("sha256").update(publicKey, "base64").digest("hex");
}

interface Checked {
  readonly line: number;
  readonly value?: ProvenDay;
  readonly why?: ProofFault;
}

function checkedProof({ proof }: AuditFile["proofs"][number], trustedKey: string | undefined): Omit<Checked, "line"> {
  if (proof === undefined) return { why: "not-a-proof" };
  const checked = checkProof(proof, trustedKey);
  return checked.ok ? { value: checked.value } : { why: checked.fault };
}

function firstOf(inLog: LogFault | undefined, inProof: BadProof | undefined): Audit["fault"] {
  if (inLog === undefined || inProof === undefined) return inLog ?? inProof;
  return inProof.line < inLog.line ? inProof : inLog;
}

/** A file without any batch proves nothing. */
function noLog({ log }: AuditFile): LogFault | undefined {
  return log.some(({ batch }) => batch !== undefined) ? undefined : { kind: "cut-off", seq: 1, line: 1, notBefore: 1 };
}

/** Proofs come after the log, a day each, days and sequence numbers rising together. */
function badProof({ log, ended, proofs }: AuditFile, checked: readonly Checked[], code: string): BadProof | undefined {
  const lastBatch = log.findLast(({ batch }) => batch !== undefined)?.line ?? 0;
  let before: ProvenDay | undefined;
  for (const { line, value, why } of checked) {
    const wrong = why ?? (value === undefined ? "not-a-proof" : contradicts(value, before, code));
    if (wrong !== undefined) return { kind: "proof", line, why: wrong };
    if (line < lastBatch) return { kind: "proof", line, why: "not-in-order" };
    before = value;
  }
  return ended ? undefined : { kind: "proof", line: log.length + proofs.length, why: "torn" };
}

function contradicts({ leaf, statement }: ProvenDay, before: ProvenDay | undefined, code: string): BadProof["why"] | undefined {
  if (leaf.code !== code) return "other-dossier";
  if (before === undefined) return undefined;
  if (statement.day <= before.statement.day) return "not-in-order";
  return leaf.seq <= before.leaf.seq ? "contradiction" : undefined;
}
