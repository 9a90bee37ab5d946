import { generateKeyPairSync, sign } from "node:crypto";
import { batchHash, canonicalBatch, NO_PREVIOUS } from "../chain.ts";
import type { EventBatch } from "../event.ts";
import { auditFileText } from "../proof/audit-file.ts";
import { daysOfLog, leafOfDay } from "../proof/day-leaf.ts";
import { type DaySeal, statementText } from "../proof/day-seal.ts";
import { type LogProof, proofOf } from "../proof/log-proof.ts";

/** Signs text as the province does, with a key of this process. */
export interface TestSigner {
  /** DER in base64. */
  readonly publicKey: string;
  readonly sign: (text: string) => string;
}

/** A new P-256 key. */
export function testSigner(): TestSigner {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "prime256v1" });
  return {
    publicKey: publicKey.export({ format: "der", type: "spki" }).toString("base64"),
    sign: (text) => sign("sha256", Buffer.from(text, "utf8"), privateKey).toString("base64"),
  };
}

export const CODE = "H20.015-261005-0001";

/** Bodies of a log, `perDay` batches a day from 05/10/2026 on. */
export function sampleLog(length: number, perDay: number): string[] {
  const bodies: string[] = [];
  for (let seq = 1; seq <= length; seq += 1) {
    const day = String(5 + Math.floor((seq - 1) / perDay)).padStart(2, "0");
    bodies.push(body({ seq, at: `2026-10-${day}T08:00:00.000+07:00`, previous: bodies.at(-1) }));
  }
  return bodies;
}

/** One body after another, with a text that can be altered. */
export function body(of: { readonly seq: number; readonly at: string; readonly previous: string | undefined; readonly actor?: string }): string {
  const batch: EventBatch = {
    code: CODE, seq: of.seq, at: of.at, actor: { kind: "officer", id: of.actor ?? "clerk", unit: "H20.015" }, command: "complete-task",
    events: [{ type: "task-done", task: `tham_tra@${of.seq}`, step: "tham_tra", outcome: "đủ_điều_kiện", late: false }],
    previous: of.previous === undefined ? NO_PREVIOUS : batchHash(of.previous),
  };
  return canonicalBatch(batch);
}

/** The seal of a unit's day over one log and a few others. */
export function sealOf(bodies: readonly string[], day: string, signer: TestSigner): DaySeal {
  const others = ["0000", "0002", "0003", "0004"].map((serial) => ({ code: `H20.015-261005-${serial}`, seq: 3, hash: batchHash(serial) }));
  const leaf = leafOfDay(bodies, day);
  const leaves = leaf === undefined ? others : [...others, leaf];
  const statement = statementText({ unit: "H20.015", day, sealedAt: `${day}T17:30:00.000Z`, leaves });
  return { statement, leaves, algorithm: "ECDSA_SHA_256", publicKey: signer.publicKey, signature: signer.sign(statement) };
}

/** Proofs of every day a log grew on. */
export function proofsOf(bodies: readonly string[], signer: TestSigner): readonly LogProof[] {
  return daysOfLog(bodies).flatMap((day) => proofOf(sealOf(bodies, day, signer), CODE) ?? []);
}

/** A log as it is exported. */
export function exported(bodies: readonly string[], signer: TestSigner): string {
  return auditFileText(bodies, proofsOf(bodies, signer));
}
