import { generateKeyPairSync, sign } from "node:crypto";
import type { DaySeal } from "@motcua/dossier";
import type { Seals, Signer } from "../ports/seals.ts";

/** Seals in memory: the first of a day stays. */
export function memorySeals(): Seals {
  const kept = new Map<string, DaySeal>();
  return {
    put: async ({ unit, day }, seal) => {
      if (kept.has(`${day}/${unit}`)) return "already-sealed";
      kept.set(`${day}/${unit}`, structuredClone(seal));
      return "kept";
    },
    get: async ({ unit, day }) => structuredClone(kept.get(`${day}/${unit}`)),
  };
}

/** Signs with a P-256 key that lives as long as the signer. */
export function memorySigner(): Signer {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "prime256v1" });
  const der = publicKey.export({ format: "der", type: "spki" }).toString("base64");
  return {
    sign: async (text) => ({ algorithm: "ECDSA_SHA_256", signature: sign("sha256", Buffer.from(text, "utf8"), privateKey).toString("base64"), publicKey: der }),
  };
}
