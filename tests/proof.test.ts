import { execFileSync, spawnSync } from "node:child_process";
import { createPublicKey, generateKeyPairSync } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { driveSample, main, type OpenShop, type ShopProcedure } from "@motcua/cli";
import { auditFileText, type LogProof } from "@motcua/dossier";
import { hasPoppler, qrOn } from "@motcua/papers/testing";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { freshShop, procedureOf } from "./shop.ts";

const DAY_MS = 24 * 3_600_000;
const folder = mkdtempSync(join(tmpdir(), "motcua-proof-"));
const data = join(folder, "data");
const EDITS = 1_000;
const root = fileURLToPath(new URL("..", import.meta.url));
let shop: OpenShop;
let code: string;
let secret: string;
let log: readonly string[];
let proofs: readonly LogProof[];

/** Drives the sample, submitted some weeks after its own day. */
async function driven(weeks: number): Promise<{ readonly code: string; readonly secret: string }> {
  const procedure: ShopProcedure = procedureOf(shop, "1.001193");
  const sample = procedure.samples.find((loaded) => loaded.sample.expected.outcome === "accepted")?.sample;
  if (sample === undefined) return expect.fail("no sample");
  const submittedAt = new Date(Date.parse(sample.submittedAt) + weeks * 7 * DAY_MS).toISOString();
  const ended = await driveSample({ shop, procedure, sample: { ...sample, submittedAt } });
  if (ended.kind === "refused") return expect.fail("the sample was refused");
  await shop.local.idle();
  // The national portal hears of the day within a minute, and its answers are part of that day's log.
  await shop.local.runSchedules();
  await shop.local.idle();
  return { code: ended.state.code, secret: ended.trackingSecret };
}

async function proofOf(of: string) {
  const found = await (await shop.client("motcua")).proof(of);
  return found.ok ? found.value : expect.fail(found.problems.map((problem) => problem.code).join(", "));
}

/** Moves past midnight and runs the night's schedule. */
async function night(): Promise<void> {
  await shop.local.clock.advance(DAY_MS);
  await shop.local.runSchedules();
}

/** Runs `motcua audit …` and gives its exit code and what it said. */
async function audit(...args: readonly string[]): Promise<{ readonly exit: number; readonly said: string }> {
  const lines: string[] = [];
  const spy = vi.spyOn(console, "log").mockImplementation((...parts: unknown[]) => void lines.push(parts.join(" ")));
  try {
    return { exit: await main(["audit", ...args]), said: lines.join("\n") };
  } finally {
    spy.mockRestore();
  }
}

function file(name: string, content: string | Uint8Array): string {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
}

const otherKey = () => generateKeyPairSync("ec", { namedCurve: "P-256" }).publicKey.export({ format: "pem", type: "spki" });
const pemOf = ({ publicKey }: LogProof) => createPublicKey({ key: Buffer.from(publicKey, "base64"), format: "der", type: "spki" }).export({ format: "pem", type: "spki" });

beforeAll(async () => {
  shop = await freshShop({ data });
  ({ code, secret } = await driven(0));
  await night();
  ({ log, proofs } = await proofOf(code));
}, 120_000);
afterAll(async () => {
  await shop.close();
  rmSync(folder, { recursive: true, force: true });
});

describe("a dossier from the shop, the night after", () => {
  it("is proven to its last batch, under a key that OpenSSL agrees with", ({ skip }) => {
    if (spawnSync("openssl", ["version"]).status !== 0) skip("there is no openssl here");
    const last = proofs.at(-1) ?? expect.fail("nothing was sealed");
    expect(last.leaf).toMatchObject({ code, seq: log.length });
    const args = ["dgst", "-sha256", "-verify", file("key.pem", pemOf(last)), "-signature", file("signature", Buffer.from(last.signature, "base64")), file("statement", last.statement)];
    expect(execFileSync("openssl", args).toString()).toContain("Verified OK");
  });

  it("is verified by the command line without the shop, with the province's key and the hash of a receipt", async () => {
    const exported = file("dossier.jsonl", auditFileText(log, proofs));
    const key = file("key.pem", pemOf(proofs[0] as LogProof));
    const { exit, said } = await audit("verify", exported, "--key", key, "--receipt", proofs[0]?.leaf.hash ?? "", "--json");
    expect(exit).toBe(0);
    expect(JSON.parse(said)).toMatchObject({ ok: true, code, batches: log.length, unsealed: 0, fault: null, keyTrusted: true, receipt: { seq: proofs[0]?.leaf.seq, sealed: true } });
    expect((await audit("verify", exported, "--receipt", "0".repeat(64))).exit).toBe(1);
    expect((await audit("verify", exported)).said).toContain("✓ Nguyên vẹn.");
  });

  it("is exported from the shop by another process's means, and the same file is refused with one batch altered, removed or cut off", async () => {
    const out = join(folder, "exported.jsonl");
    expect((await audit("export", code, "--data", data, "--out", out)).exit).toBe(0);
    expect(readFileSync(out, "utf8")).toBe(auditFileText(log, proofs));
    const planted = {
      altered: [log.with(1, (log[1] ?? "").replace('"seq":2', '"seq":2 ')), 2],
      removed: [log.toSpliced(2, 1), 3],
      "cut-off": [log.slice(0, -1), log.length],
      reordered: [log.with(1, log[2] ?? "").with(2, log[1] ?? ""), 3],
      added: [log.toSpliced(3, 0, log[0] ?? ""), 1],
    } as const;
    for (const [kind, [bodies, seq]] of Object.entries(planted)) {
      const { exit, said } = await audit("verify", file(`${kind}.jsonl`, auditFileText(bodies, proofs)), "--json");
      expect(exit, kind).toBe(1);
      expect(JSON.parse(said), kind).toMatchObject({ ok: false, fault: { kind, seq } });
    }
  });

  it(`refuses ${EDITS} random changes of a single byte, each named by its line`, async () => {
    const { auditLog } = await import("@motcua/dossier");
    const bytes = Buffer.from(auditFileText(log, proofs), "utf8");
    for (let edit = 0; edit < EDITS; edit += 1) {
      const [at, by] = [Math.floor(Math.random() * bytes.length), 1 + Math.floor(Math.random() * 255)];
      const changed = Buffer.from(bytes);
      changed[at] = ((changed[at] ?? 0) + by) % 256;
      const line = bytes.subarray(0, at).toString("latin1").split("\n").length;
      const { fault } = auditLog(changed.toString("utf8"), proofs[0]?.publicKey);
      expect(fault?.line, `byte ${at} of line ${line} by ${by}`).toBe(line);
    }
  });

  it("shows whoever holds the receipt that the sealed log contains it", async () => {
    const page = await (await fetch(`${shop.local.httpUrl}/tra-cuu/${secret}`)).text();
    expect(page).toContain(`id="h=${proofs[0]?.leaf.hash ?? ""}"`);
    expect(page).toContain((JSON.parse(proofs[0]?.statement ?? "{}") as { root: string }).root);
  });

  it.skipIf(!hasPoppler || spawnSync("python3", ["--version"]).status !== 0)("is proven to whoever has the paper alone: the QR code, the file behind it and the published key, by the documented steps", async () => {
    const pdf = new Uint8Array(await (await fetch(`${shop.local.httpUrl}/tra-cuu/${secret}/giay-tiep-nhan.pdf`)).arrayBuffer());
    const [link = "", hash = ""] = qrOn(pdf).split("#h=");
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    const page = await (await fetch(`${shop.local.httpUrl}${new URL(link).pathname}`)).text();
    const href = /href="([^"]+nhat-ky\.jsonl)"/.exec(page)?.[1] ?? expect.fail("no file to take away");
    const taken = await (await fetch(`${shop.local.httpUrl}${href}`)).text();
    expect(taken).toBe(auditFileText(log, proofs));
    const steps = ["docs/check-a-receipt.md", "docs/check-a-receipt.vi.md"].map((guide) => [...readFileSync(join(root, guide), "utf8").matchAll(/^```sh\n(.+)\n```$/gm)].map(([, command = ""]) => command));
    expect(steps[1]).toEqual(steps[0]);
    const key = file("province.pem", pemOf(proofs[0] as LogProof));
    /** A documented command, run offline; gives its exit code. */
    const run = (command: string, of: string, receipt = hash, by = key): number | null => {
      const [program = "", ...args] = command.split(" ").map((word) => ({ FILE: of, HASH: receipt, KEY: by })[word] ?? word);
      const [real, first] = program === "npx" ? [process.execPath, [join(root, "packages/cli/bin/motcua.mjs"), ...args.slice(1)]] : [program, args];
      return spawnSync(real, first, { cwd: root, env: { PATH: process.env["PATH"] } }).status;
    };
    const whole = file("taken.jsonl", taken);
    const lines = taken.split("\n");
    const planted = {
      altered: taken.replace('"seq":2', '"seq":2 '),
      removed: lines.toSpliced(1, 1).join("\n"),
      "signed by another": taken.replace(/"signature":"..../, '"signature":"AAAA'),
      "cut off": [...lines.slice(0, log.length - 1), ...lines.slice(log.length)].join("\n"),
    };
    for (const command of steps[0] ?? []) {
      expect(run(command, whole), command).toBe(0);
      expect(run(command, whole, "0".repeat(64)), command).toBe(1);
      expect(run(command, whole, hash, file("other.pem", otherKey())), command).toBe(1);
      for (const [name, text] of Object.entries(planted)) expect(run(command, file("planted.jsonl", text)), `${command}: ${name}`).toBe(1);
    }
  });

  it("used every grant that sealing and its readers have, and was refused none", () => {
    expect(shop.local.failures()).toEqual([]);
    const sealing = shop.local.statements().filter(({ logicalId }) => logicalId.startsWith("SealDayRoleDefaultPolicy"));
    expect(sealing.length).toBeGreaterThan(3);
    for (const { logicalId, index, actions, exercised } of sealing) expect(exercised, `${logicalId}[${index}] ${actions.join()}`).toBe(true);
    const readers = shop.local.statements().filter(({ logicalId, resources }) => /^(Api|Portal)Role/.test(logicalId) && resources.some((resource) => resource.endsWith("/seals/*")));
    expect(readers.map(({ logicalId, exercised }) => [logicalId.slice(0, 3), exercised])).toEqual([["Api", true], ["Por", true]]);
  });

  it("is signed with the same key after a restart, and what was sealed stays as it was", async () => {
    await shop.close();
    shop = await freshShop({ data });
    const again = await driven(1);
    await night();
    expect((await proofOf(code)).proofs).toEqual(proofs);
    const later = (await proofOf(again.code)).proofs.at(-1);
    expect(later?.publicKey).toBe(proofs[0]?.publicKey);
  }, 120_000);
});
