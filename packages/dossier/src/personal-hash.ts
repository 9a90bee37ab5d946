import { hash } from "node:crypto";
import { canonicalJson } from "@motcua/procedure";
import type { PersonalRecord } from "./personal.ts";

/** Salted SHA-256 hex of a whole personal record: what events carry in its place. */
export function personalHash(record: PersonalRecord): string {
  return saltedHash(record.salt, { form: record.form, records: record.records, answers: record.answers });
}

/** Salted SHA-256 hex of one value, a note or a record. Without the salt a short text could be guessed. */
export function saltedHash(salt: string, value: unknown): string {
  return hash("sha256", salt + canonicalJson(value));
}
