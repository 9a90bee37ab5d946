import { createHmac } from "node:crypto";

/**
 * The 128-bit tracking secret of a receipt, as 32 hex digits.
 *
 * It is derived from the request's idempotency key and a stored random nonce, so that repeating the request gives the
 * same secret although the table holds neither the secret nor the key: only the nonce and the secret's hash.
 */
export function trackingSecret(idempotencyKey: string, nonce: string): string {
  return createHmac("sha256", idempotencyKey).update(`tracking:${nonce}`).digest("hex").slice(0, 32);
}
