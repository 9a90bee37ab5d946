import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { exportJWK, generateKeyPair, type JWK } from "jose";

/** Secrets of the local log-in, kept so that sessions and tokens outlive a restart. */
export interface LoginKeys {
  /** Signing key, RS256, private. */
  readonly signing: JWK & { readonly kid: string };
  readonly cookies: string;
  /** Password of every local person. */
  readonly password: string;
}

const WORDS = ["lua", "sen", "tram", "ghe", "song", "cau", "dua", "xoai", "cam", "quyt"] as const;

/** Reads the keys, or makes them at the first start; the file is for its owner only. */
export async function loadLoginKeys(file: string): Promise<LoginKeys> {
  if (existsSync(file)) return JSON.parse(readFileSync(file, "utf8")) as LoginKeys;
  const { privateKey } = await generateKeyPair("RS256", { extractable: true });
  const jwk = await exportJWK(privateKey);
  const keys: LoginKeys = {
    signing: { ...jwk, alg: "RS256", use: "sig", kid: randomBytes(8).toString("hex") },
    cookies: randomBytes(32).toString("hex"),
    password: inventPassword(),
  };
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(keys), { mode: 0o600 });
  return keys;
}

/** The public half, as the provider publishes it. */
export function publicKey({ signing }: LoginKeys): JWK {
  const { kty, n, e, alg, use, kid } = signing;
  return { kty: kty ?? "RSA", ...(n === undefined ? {} : { n }), ...(e === undefined ? {} : { e }), alg: alg ?? "RS256", use: use ?? "sig", kid };
}

/** Something a person can type: two words and four digits. */
function inventPassword(): string {
  const bytes = randomBytes(4);
  const word = (index: number) => WORDS[(bytes[index] ?? 0) % WORDS.length] ?? "";
  return `${word(0)}-${word(1)}-${String(bytes.readUInt16BE(2) % 10_000).padStart(4, "0")}`;
}
