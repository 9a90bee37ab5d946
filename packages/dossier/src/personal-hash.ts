import { hash } from "node:crypto";
import { canonicalJson } from "@motcua/procedure";

/** Salted SHA-256 hex of one value, a note or a record. Without the salt a short text could be guessed. */
export function saltedHash(salt: string, value: unknown): string {
  return hash("sha256", salt + canonicalJson(value));
}
