import { createPublicKey, verify } from "node:crypto";
import { canonicalJson } from "@motcua/procedure";
import { type DayLeaf, leafText } from "./day-leaf.ts";
import { type DaySeal, type DayStatement, inTreeOrder, type SealSignature } from "./day-seal.ts";
import { inclusionPath, rootAlong } from "./merkle-tree.ts";

/** That a unit's sealed day contains a dossier's log up to a batch: the signed statement, the leaf, the way from one to the other. */
export interface LogProof extends SealSignature {
  readonly statement: string;
  readonly leaf: DayLeaf;
  /** Position of the leaf, from 0. */
  readonly index: number;
  /** Hashes from the leaf to the root, lowest first, hex. */
  readonly path: readonly string[];
}

/** A proof that holds. */
export interface ProvenDay {
  readonly statement: DayStatement;
  readonly leaf: DayLeaf;
}

/** Why a proof does not hold. */
export type ProofFault = "not-a-proof" | "other-unit" | "signature" | "inclusion" | "other-key";

/** What a sealed day says of one dossier; `undefined` when its log did not grow on that day. */
export function proofOf({ leaves, statement, algorithm, signature, publicKey }: DaySeal, code: string): LogProof | undefined {
  const ordered = inTreeOrder(leaves);
  const at = ordered.findIndex((leaf) => leaf.code === code);
  const leaf = ordered[at];
  if (leaf === undefined) return undefined;
  const { index, path } = inclusionPath(ordered.map(leafText), at);
  return { statement, algorithm, signature, publicKey, leaf, index, path };
}

/**
 * Checks a proof offline: the statement is about the dossier's unit, the key signed it, the path leads from the leaf to
 * the signed root. `trustedKey` is the province's published key, DER in base64; without it, whoever wrote the file may
 * have signed it with a key of their own.
 */
export function checkProof(proof: LogProof, trustedKey?: string): { readonly ok: true; readonly value: ProvenDay } | { readonly ok: false; readonly fault: ProofFault } {
  const statement = readStatement(proof);
  if (statement === undefined) return { ok: false, fault: "not-a-proof" };
  if (trustedKey !== undefined && proof.publicKey !== trustedKey) return { ok: false, fault: "other-key" };
  if (!signatureHolds(proof)) return { ok: false, fault: "signature" };
  if (!proof.leaf.code.startsWith(`${statement.unit}-`)) return { ok: false, fault: "other-unit" };
  const { leaf, index, path } = proof;
  if (rootAlong(leafText(leaf), { index, size: statement.size, path }) !== statement.root) return { ok: false, fault: "inclusion" };
  return { ok: true, value: { statement, leaf } };
}

function readStatement({ statement: text, leaf, path }: LogProof): DayStatement | undefined {
  try {
    const { unit, day, root, size, sealedAt } = JSON.parse(text) as DayStatement;
    const known = [unit, day, root, sealedAt, leaf.code, leaf.hash].every((member) => typeof member === "string");
    const statement = { unit, day, root, size, sealedAt };
    const hashes = [leaf.hash, ...path].every((hash) => /^[0-9a-f]{64}$/.test(hash));
    return known && hashes && typeof size === "number" && canonicalJson(statement) === text ? statement : undefined;
  } catch {
    return undefined;
  }
}

/** Base64 may be written in more ways than one; only the way it is always written counts, or a byte could change unseen. */
function signatureHolds({ statement, algorithm, signature, publicKey }: LogProof): boolean {
  const [signed, key] = [signature, publicKey].map((text) => Buffer.from(text, "base64")) as [Buffer, Buffer];
  if (algorithm !== "ECDSA_SHA_256" || signed.toString("base64") !== signature || key.toString("base64") !== publicKey) return false;
  try {
    return verify("sha256", Buffer.from(statement, "utf8"), createPublicKey({ key, format: "der", type: "spki" }), signed);
  } catch {
    return false;
  }
}
