import { createHash } from "node:crypto";

const ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789";

/** A name-like id derived from what it stands for: the same at every start, lower-case letters and digits. */
export function stableId(of: string, length: number): string {
  const bytes = createHash("sha512").update(of).digest();
  return Array.from({ length }, (_, index) => ALPHABET[(bytes[index % bytes.length] ?? 0) % ALPHABET.length]).join("");
}

/** A UUID-shaped id derived from what it stands for. */
export function stableUuid(of: string): string {
  const hex = createHash("sha256").update(of).digest("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join("-");
}
