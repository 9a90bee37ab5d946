/** That a sealed day of a unit holds a dossier's log up to a batch. Hashes are hex, signature and key DER in base64. */
export interface LogProof {
  /** The text that was signed. */
  readonly statement: string;
  readonly algorithm: "ECDSA_SHA_256";
  readonly signature: string;
  readonly publicKey: string;
  readonly leaf: { readonly code: string; readonly seq: number; readonly hash: string };
  readonly index: number;
  readonly path: readonly string[];
}

/** A dossier's log as the bytes that were hashed, with a proof for each sealed day. */
export interface DossierProof {
  readonly code: string;
  readonly log: readonly string[];
  readonly proofs: readonly LogProof[];
}
