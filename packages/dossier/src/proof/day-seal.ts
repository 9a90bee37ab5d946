import { canonicalJson } from "@motcua/procedure";
import { type DayLeaf, leafText } from "./day-leaf.ts";
import { merkleRoot } from "./merkle-tree.ts";

/** What a unit's day comes down to: one hash over every log of the unit that grew on that day. */
export interface DayStatement {
  readonly unit: string;
  /** ISO date, Asia/Ho_Chi_Minh. */
  readonly day: string;
  /** Merkle root over the leaves by dossier code, hex. */
  readonly root: string;
  /** Number of leaves. */
  readonly size: number;
  /** When it was computed, ISO 8601. */
  readonly sealedAt: string;
}

/** ECDSA on P-256 over SHA-256, by the name AWS KMS gives it. */
export type SealAlgorithm = "ECDSA_SHA_256";

/** A signature over text, with the key that checks it. Both base64. */
export interface SealSignature {
  readonly algorithm: SealAlgorithm;
  /** DER, as OpenSSL writes and reads it. */
  readonly signature: string;
  /** DER SubjectPublicKeyInfo. */
  readonly publicKey: string;
}

/** A signed day of a unit: kept where nobody can change or remove it. */
export interface DaySeal extends SealSignature {
  /** Exact text that was signed: a {@link DayStatement} in canonical JSON. */
  readonly statement: string;
  readonly leaves: readonly DayLeaf[];
}

/** The leaves in their order in the tree: by dossier code, in code-unit order. */
export function inTreeOrder(leaves: readonly DayLeaf[]): readonly DayLeaf[] {
  return leaves.toSorted((a, b) => (a.code < b.code ? -1 : 1));
}

/** The text to be signed for a unit's day. Equal leaves give equal text, in whatever order they come. */
export function statementText(of: { readonly unit: string; readonly day: string; readonly sealedAt: string; readonly leaves: readonly DayLeaf[] }): string {
  const leaves = inTreeOrder(of.leaves);
  const statement: DayStatement = { unit: of.unit, day: of.day, sealedAt: of.sealedAt, size: leaves.length, root: merkleRoot(leaves.map(leafText)) };
  return canonicalJson(statement);
}
