import { createHash } from "node:crypto";

/** SHA-256 of text (as UTF-8) or bytes, as 64 lower-case hex digits. */
export function sha256(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}

/** SHA-256 of a JSON value whatever the order of its keys: equal requests have equal fingerprints. */
export function fingerprint(value: unknown): string {
  return sha256(JSON.stringify(sorted(value)) ?? "undefined");
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, entry]) => [key, sorted(entry)]),
  );
}
