import { createPublicKey, verify } from "node:crypto";
import type { DaySeal } from "@motcua/dossier";
import { checkProof, proofOf, statementText } from "@motcua/dossier";
import { describe, expect, it } from "vitest";
import type { Seals, Signer } from "../ports/seals.ts";

/** What days are sealed with. */
export interface SealingPorts {
  readonly seals: Seals;
  readonly signer: Signer;
}

const UNIT = "H20.015";
const LEAVES = [1, 2, 3].map((serial) => ({ code: `H20.015-261005-000${serial}`, seq: serial, hash: String(serial).repeat(64) }));

/** What a signing key and a store of seals must do. `create` gives a store in which no day from 2026-10-01 on is sealed. */
export function sealsSuite(name: string, create: () => Promise<SealingPorts>): void {
  const sealed = async ({ signer }: SealingPorts, day: string): Promise<DaySeal> => {
    const statement = statementText({ unit: UNIT, day, sealedAt: `${day}T17:30:00.000Z`, leaves: LEAVES });
    return { statement, leaves: LEAVES, ...(await signer.sign(statement)) };
  };
  const keyOf = (publicKey: string) => createPublicKey({ key: Buffer.from(publicKey, "base64"), format: "der", type: "spki" });

  describe(`seals: ${name}`, () => {
    it("signs text so that the public key alone checks it, and no other text", async () => {
      const { signer } = await create();
      const text = "Đồng Tháp 05/10/2026";
      const { algorithm, signature, publicKey } = await signer.sign(text);
      const holds = (of: string) => verify("sha256", Buffer.from(of), keyOf(publicKey), Buffer.from(signature, "base64"));
      expect(algorithm).toBe("ECDSA_SHA_256");
      expect(holds(text)).toBe(true);
      expect(holds(`${text} `)).toBe(false);
      expect((await signer.sign("another")).publicKey).toBe(publicKey);
    });

    it("gives back what was sealed, byte for byte, so that its proofs hold", async () => {
      const ports = await create();
      const [day, seal] = ["2026-10-05", await sealed(ports, "2026-10-05")];
      expect(await ports.seals.get({ unit: UNIT, day })).toBeUndefined();
      expect(await ports.seals.put({ unit: UNIT, day }, seal)).toBe("kept");
      const kept = await ports.seals.get({ unit: UNIT, day });
      expect(kept).toEqual(seal);
      for (const { code } of LEAVES) expect(checkProof(proofOf(kept as DaySeal, code) ?? expect.fail("no proof"))).toMatchObject({ ok: true });
      expect(await ports.seals.get({ unit: "H20.016", day })).toBeUndefined();
    });

    it("refuses a second seal of the same day, and keeps the first", async () => {
      const ports = await create();
      const of = { unit: UNIT, day: "2026-10-06" };
      const [first, second] = [await sealed(ports, of.day), { ...(await sealed(ports, of.day)), leaves: [] }];
      expect(await ports.seals.put(of, first)).toBe("kept");
      expect(await ports.seals.put(of, second)).toBe("already-sealed");
      expect(await ports.seals.get(of)).toEqual(first);
    });
  });
}
