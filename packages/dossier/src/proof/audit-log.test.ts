import { execFileSync, spawnSync } from "node:child_process";
import { createPublicKey } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { body, CODE, exported, proofsOf, sampleLog, sealOf, testSigner } from "../testing/sealed-log.ts";
import { auditFileText } from "./audit-file.ts";
import { auditLog } from "./audit-log.ts";
import { statementText } from "./day-seal.ts";
import { checkProof, proofOf } from "./log-proof.ts";

const signer = testSigner();
const LOG = sampleLog(12, 3);
const PROOFS = proofsOf(LOG, signer);
const FILE = exported(LOG, signer);
const EDITS = 1_000;

/** Repeatable pseudo-random numbers below a bound (mulberry32). */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const faultOf = (bodies: readonly string[], proofs = PROOFS) => auditLog(auditFileText(bodies, proofs)).fault;

/** The log from one batch on as somebody writes it anew who can write the table: every hash fits. */
function rewritten(bodies: readonly string[], from: number): string[] {
  const result = bodies.slice(0, from - 1);
  for (let seq = from; seq <= bodies.length; seq += 1) {
    const { at } = JSON.parse(bodies[seq - 1] ?? "") as { at: string };
    result.push(body({ seq, at, previous: result.at(-1), ...(seq === from ? { actor: "forger" } : {}) }));
  }
  return result;
}

describe("an exported dossier", () => {
  it("holds as it was exported, and says up to where it is sealed and by which key", () => {
    const audit = auditLog(FILE, signer.publicKey);
    expect(audit.fault).toBeUndefined();
    expect(audit).toMatchObject({ code: CODE, batches: 12, unsealed: 0 });
    expect(audit.sealed.map(({ day, seq }) => [day, seq])).toEqual([["2026-10-05", 3], ["2026-10-06", 6], ["2026-10-07", 9], ["2026-10-08", 12]]);
    expect(audit.keys).toHaveLength(1);
  });

  it("says how many batches no day has sealed yet", () => {
    expect(auditLog(auditFileText(LOG, PROOFS.slice(0, 3)))).toMatchObject({ unsealed: 3 });
    expect(faultOf(LOG, PROOFS.slice(0, 3))).toBeUndefined();
    expect(faultOf(LOG, [])).toBeUndefined();
  });

  it(`refuses ${EDITS} random changes of a single byte, and names the line of each`, () => {
    const bytes = Buffer.from(FILE, "utf8");
    const random = numbers(20261005);
    for (let edit = 0; edit < EDITS; edit += 1) {
      const [at, by] = [random(bytes.length), 1 + random(255)];
      const changed = Buffer.from(bytes);
      changed[at] = ((changed[at] ?? 0) + by) % 256;
      const line = bytes.subarray(0, at).toString("latin1").split("\n").length;
      const { fault } = auditLog(changed.toString("utf8"), signer.publicKey);
      const where = `byte ${at} (line ${line}) by ${by}`;
      expect(fault, where).toBeDefined();
      expect(fault?.line, where).toBe(line);
      if (line <= LOG.length) expect(fault, where).toMatchObject({ kind: "altered", seq: line });
    }
  });

  it.each([1, 2, 3, 7, 12])("refuses batch %i altered, and names it", (seq) => {
    const altered = LOG.with(seq - 1, (LOG[seq - 1] ?? "").replace("clerk", "chief"));
    expect(faultOf(altered)).toMatchObject({ kind: "altered", seq, line: seq });
  });

  it.each([1, 2, 3, 7, 11])("refuses batch %i removed, and names it", (seq) => {
    expect(faultOf(LOG.toSpliced(seq - 1, 1))).toMatchObject({ kind: "removed", seq, line: seq });
  });

  it.each([1, 4, 12])("refuses a log cut off before batch %i, and names the first that is missing", (seq) => {
    expect(faultOf(LOG.slice(0, seq - 1))).toMatchObject({ kind: "cut-off", seq });
  });

  it.each([1, 3, 11])("refuses batch %i changing places with the next", (seq) => {
    const [one, two] = [LOG[seq - 1] ?? "", LOG[seq] ?? ""];
    expect(faultOf(LOG.with(seq - 1, two).with(seq, one))).toMatchObject({ kind: "reordered", seq: seq + 1, line: seq });
  });

  it.each([1, 5, 12])("refuses a batch added after batch %i", (seq) => {
    const added = body({ seq: seq + 1, at: "2026-10-09T08:00:00.000+07:00", previous: LOG[seq - 1], actor: "forger" });
    const spoilt = LOG.toSpliced(seq, 0, added);
    // At the end it is what an honest log of the next day looks like: no seal speaks of it yet.
    if (seq === LOG.length) expect(auditLog(auditFileText(spoilt, PROOFS))).toMatchObject({ unsealed: 1 });
    else expect(faultOf(spoilt)).toMatchObject({ kind: "added", line: seq + 1 });
  });

  it("refuses a batch that stands there twice", () => {
    expect(faultOf(LOG.toSpliced(5, 0, LOG[4] ?? ""))).toMatchObject({ kind: "added", seq: 5, line: 6 });
  });

  it("refuses a log written anew with hashes that fit, and says between which seals it was", () => {
    expect(faultOf(rewritten(LOG, 5))).toMatchObject({ kind: "altered", seq: 6, notBefore: 4 });
    expect(faultOf(rewritten(LOG, 12))).toMatchObject({ kind: "altered", seq: 12, notBefore: 10 });
  });

  it("refuses a log written anew and signed with another key, where the province's key is known", () => {
    const forger = testSigner();
    const forged = exported(rewritten(LOG, 5), forger);
    expect(auditLog(forged).fault).toBeUndefined();
    expect(auditLog(forged, signer.publicKey).fault).toMatchObject({ kind: "proof", line: 13, why: "other-key" });
  });

  it("refuses another dossier's log, seals in another order, and a file without a log", () => {
    const other = LOG.map((each) => each.replace(CODE, "H20.015-261005-0009"));
    expect(faultOf(other)).toMatchObject({ kind: "altered", seq: 1 });
    expect(faultOf(LOG, PROOFS.toReversed())).toMatchObject({ kind: "proof", why: "not-in-order", line: 14 });
    expect(auditLog("").fault).toMatchObject({ kind: "cut-off", seq: 1 });
    expect(auditLog("{}\n").fault).toBeDefined();
  });
});

describe("the proof of a day", () => {
  const [proof] = PROOFS as [(typeof PROOFS)[number]];

  it("is about one statement whatever order the leaves come in", () => {
    const seal = sealOf(LOG, "2026-10-05", signer);
    const of = { unit: "H20.015", day: "2026-10-05", sealedAt: "2026-10-05T17:30:00.000Z" };
    expect(statementText({ ...of, leaves: seal.leaves.toReversed() })).toBe(seal.statement);
    expect(proofOf(seal, "H20.015-261005-0777")).toBeUndefined();
  });

  it.each([
    ["a statement that says more", { ...proof, statement: proof.statement.replace('"unit"', '"x":1,"unit"') }, "not-a-proof"],
    ["a statement that was not signed", { ...proof, statement: proof.statement.replace('"size":5', '"size":6') }, "signature"],
    ["a key that is none", { ...proof, publicKey: "AAAA" }, "signature"],
    ["an algorithm nobody named", { ...proof, algorithm: "NONE" as never }, "signature"],
    ["another hash of the log", { ...proof, leaf: { ...proof.leaf, hash: "0".repeat(64) } }, "inclusion"],
    ["another sequence number", { ...proof, leaf: { ...proof.leaf, seq: 2 } }, "inclusion"],
    ["a dossier of another unit", { ...proof, leaf: { ...proof.leaf, code: "H20.016-261005-0001" } }, "other-unit"],
  ])("refuses %s", (_, planted, fault) => {
    expect(checkProof(planted)).toEqual({ ok: false, fault });
    expect(checkProof(proof).ok).toBe(true);
  });

  it("is signed so that OpenSSL agrees, and refuses with it", ({ skip }) => {
    const folder = mkdtempSync(join(tmpdir(), "motcua-openssl-"));
    const file = (name: string, content: string | Buffer) => {
      writeFileSync(join(folder, name), content);
      return join(folder, name);
    };
    if (spawnSync("openssl", ["version"]).status !== 0) skip("there is no openssl here");
    const pem = createPublicKey({ key: Buffer.from(proof.publicKey, "base64"), format: "der", type: "spki" }).export({ format: "pem", type: "spki" });
    const args = (text: string) => ["dgst", "-sha256", "-verify", file("key.pem", pem), "-signature", file("signature", Buffer.from(proof.signature, "base64")), file("statement", text)];
    try {
      expect(execFileSync("openssl", args(proof.statement)).toString()).toContain("Verified OK");
      expect(() => execFileSync("openssl", args(`${proof.statement} `), { stdio: "pipe" })).toThrow();
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
