import type { Result } from "@motcua/procedure";
import { ok, refused } from "@motcua/procedure";
import { fingerprint, sha256 } from "./fingerprint.ts";
import type { DossierStore } from "./ports/dossier-store.ts";
import { problem } from "./problem-table.ts";

/** A request as the store remembers it: neither the key nor the body is kept, only their hashes. */
export interface RequestIdentity {
  readonly key: string;
  readonly requestHash: string;
}

const KEY = /^[\x21-\x7e]{16,200}$/;

/** Identity of a request; the same key from another person is another key. */
export function requestIdentity(caller: string, idempotencyKey: string, request: unknown): Result<RequestIdentity> {
  if (!KEY.test(idempotencyKey)) return refused(problem("idempotency-key-required"));
  return ok({ key: sha256(`${caller}\n${idempotencyKey}`), requestHash: fingerprint(request) });
}

/** The stored answer to a request seen before; `undefined` for a new one, a refusal when its key served another request. */
export async function storedAnswer(store: DossierStore, identity: RequestIdentity): Promise<Result<string> | undefined> {
  const seen = await store.replay(identity.key);
  if (seen === undefined) return undefined;
  return seen.requestHash === identity.requestHash ? ok(seen.response) : refused(problem("idempotency-key-reused"));
}
