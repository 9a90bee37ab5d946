import { auditFileText, auditLog, batchHash, checkProof, type DaySeal } from "@motcua/dossier";
import { beforeEach, describe, expect, it } from "vitest";
import { CITIZEN, CLERK, complete, type SampleShop, sampleShop, STRANGER, SUBMISSION, submitted } from "../testing/sample-shop.ts";

const UNIT = "H20.015";
let shop: SampleShop;
beforeEach(async () => {
  shop = await sampleShop();
});

const sealOf = async (day: string): Promise<DaySeal> => (await shop.ports.seals.get({ unit: UNIT, day })) ?? expect.fail(`${day} is not sealed`);
const statementOf = ({ statement }: DaySeal) => JSON.parse(statement) as Record<string, unknown>;

async function accepted(): Promise<string> {
  const code = await submitted(shop);
  shop.ports.setNow("2026-10-06T09:00:00+07:00");
  await complete(shop, CLERK, { code, step: "tiep_nhan", outcome: "accept" });
  return code;
}

/** The store as somebody sees it who writes into the table, past everything. */
function tamper(code: string, change: (bodies: readonly string[]) => readonly string[]): void {
  const log = shop.ports.dossiers.log.bind(shop.ports.dossiers);
  Object.assign(shop.ports.dossiers, { log: async (asked: string) => (asked === code ? change(await log(asked)) : log(asked)) });
}

describe("the nightly sealing", () => {
  it("signs one root for a unit's day over the logs that grew on it, as far as they had come by then", async () => {
    const other = await submitted(shop);
    const code = await accepted();
    shop.ports.setNow("2026-10-07T00:30:00+07:00");
    expect(await shop.handlers.sealDays()).toEqual({ sealed: 2, broken: [] });
    const [first, second] = [await sealOf("2026-10-05"), await sealOf("2026-10-06")];
    expect(first.leaves.map((leaf) => [leaf.code, leaf.seq])).toEqual([other, code].toSorted().map((each) => [each, 1]));
    expect(second.leaves).toEqual([{ code, seq: 2, hash: batchHash((await shop.ports.dossiers.log(code))[1] ?? "") }]);
    expect(statementOf(second)).toMatchObject({ unit: UNIT, day: "2026-10-06", size: 1, sealedAt: "2026-10-06T17:30:00.000Z" });
  });

  it("seals a day once: another run changes nothing, and a batch that came late is told of", async () => {
    await submitted(shop);
    shop.ports.setNow("2026-10-06T00:30:00+07:00");
    await shop.handlers.sealDays();
    const before = await sealOf("2026-10-05");
    shop.ports.setNow("2026-10-05T23:59:59+07:00");
    const late = await submitted(shop);
    shop.ports.setNow("2026-10-06T00:40:00+07:00");
    expect(await shop.handlers.sealDays()).toEqual({ sealed: 0, broken: [] });
    expect(await sealOf("2026-10-05")).toEqual(before);
    expect(shop.ports.entries).toContainEqual({ level: "warn", event: "not-in-seal", code: late });
  });

  it("does not seal the day that is not over, nor units where nothing happened", async () => {
    await submitted(shop);
    shop.ports.setNow("2026-10-05T23:59:59+07:00");
    expect(await shop.handlers.sealDays()).toEqual({ sealed: 0, broken: [] });
    shop.ports.setNow("2026-10-06T00:30:00+07:00");
    await shop.handlers.sealDays();
    expect(await shop.ports.seals.get({ unit: "H20.016", day: "2026-10-05" })).toBeUndefined();
  });

  it("makes up for nights it did not run, for a week", async () => {
    await accepted();
    shop.ports.setNow("2026-10-12T12:00:00+07:00");
    expect((await shop.handlers.sealDays()).sealed).toBe(2);
    expect((await sampleShopSealedAfter("2026-10-13T00:30:00+07:00")).sealed).toBe(0);
  });

  async function sampleShopSealedAfter(now: string) {
    shop = await sampleShop();
    await submitted(shop);
    shop.ports.setNow(now);
    return shop.handlers.sealDays();
  }

  it("refuses to make a log good that does not hold, and seals the others", async () => {
    const [good, bad] = [await submitted(shop), await submitted(shop)];
    tamper(bad, ([first = ""]) => [first.replace(/"previous":"0/, '"previous":"1')]);
    shop.ports.setNow("2026-10-06T00:30:00+07:00");
    expect(await shop.handlers.sealDays()).toEqual({ sealed: 1, broken: [bad] });
    expect((await sealOf("2026-10-05")).leaves.map(({ code }) => code)).toEqual([good]);
    expect(shop.ports.entries).toContainEqual({ level: "error", event: "log-does-not-hold", code: bad, day: "2026-10-05" });
  });

  it("refuses a log that holds in itself but not with an earlier seal", async () => {
    const code = await submitted(shop);
    shop.ports.setNow("2026-10-06T00:30:00+07:00");
    await shop.handlers.sealDays();
    shop.ports.setNow("2026-10-06T09:00:00+07:00");
    await complete(shop, CLERK, { code, step: "tiep_nhan", outcome: "accept" });
    tamper(code, ([first = "", second = ""]) => {
      const forged = first.replace('"channel":"online"', '"channel":"post"');
      return [forged, second.replace(batchHash(first), batchHash(forged))];
    });
    shop.ports.setNow("2026-10-07T00:30:00+07:00");
    expect(await shop.handlers.sealDays()).toEqual({ sealed: 0, broken: [code] });
  });
});

describe("the proof of a dossier", () => {
  it("is enough to check the log offline, for the owner and the officers, and for nobody else", async () => {
    const code = await accepted();
    shop.ports.setNow("2026-10-07T00:30:00+07:00");
    await shop.handlers.sealDays();
    const found = await shop.handlers.proof(CITIZEN, code);
    if (!found.ok) return expect.fail("refused");
    const { log, proofs } = found.value;
    expect(proofs.map((proof) => checkProof(proof).ok)).toEqual([true, true]);
    expect(auditLog(auditFileText(log, proofs))).toMatchObject({ code, batches: 2, unsealed: 0 });
    expect(auditLog(auditFileText(log.with(1, (log[1] ?? "").replace("clerk", "chief")), proofs)).fault).toMatchObject({ kind: "altered", seq: 2 });
    expect(await shop.handlers.proof(STRANGER, code)).toMatchObject({ ok: false, problems: [{ code: "not-found" }] });
  });

  it("tells whoever holds a receipt which day's seal holds each hash, and nothing else", async () => {
    const receipt = await shop.handlers.submit(CITIZEN, SUBMISSION, shop.key("submit"));
    if (!receipt.ok) return expect.fail("refused");
    const { trackingSecret, code } = receipt.value;
    shop.ports.setNow("2026-10-06T00:30:00+07:00");
    await shop.handlers.sealDays();
    shop.ports.setNow("2026-10-06T09:00:00+07:00");
    await complete(shop, CLERK, { code, step: "tiep_nhan", outcome: "accept" });
    const seen = await shop.handlers.sealedLog(trackingSecret);
    if (!seen.ok) return expect.fail("refused");
    const hashes = (await shop.ports.dossiers.log(code)).map(batchHash);
    expect(seen.value.entries.map(({ hash }) => hash)).toEqual(hashes);
    expect(seen.value.entries.map(({ seal }) => seal?.day)).toEqual(["2026-10-05", undefined]);
    expect(Object.keys(seen.value.entries[0] ?? {}).toSorted()).toEqual(["at", "hash", "seal", "seq"]);
    expect(await shop.handlers.sealedLog("0".repeat(32))).toMatchObject({ ok: false, problems: [{ code: "not-found" }] });
  });
});
