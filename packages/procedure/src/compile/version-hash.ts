import { createHash } from "node:crypto";
import { canonicalJson } from "../canonical-json.ts";

/** The version of a definition: the first 16 hex digits of SHA-256 over its resolved files in canonical JSON. */
export function versionHash(resolved: { readonly procedure: object; readonly form: object; readonly workflow: object }): string {
  return createHash("sha256").update(canonicalJson(resolved)).digest("hex").slice(0, 16);
}
