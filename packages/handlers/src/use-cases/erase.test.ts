import { auditFileText, auditLog } from "@motcua/dossier";
import { beforeEach, describe, expect, it } from "vitest";
import { erase } from "./erase.ts";
import { CITIZEN, CLERK, type SampleShop, sampleShop, SUBMISSION, submitted } from "../testing/sample-shop.ts";

let shop: SampleShop;
beforeEach(async () => {
  shop = await sampleShop();
});

const DRAFT = "draft-0123456789abcdef";
const PDF = new TextEncoder().encode("%PDF-1.7\n%%EOF");

async function submittedWithFile(): Promise<string> {
  const prepared = await shop.handlers.upload(CITIZEN, { procedure: "9.000001", document: "giay_to", type: "application/pdf", bytes: PDF.length, redirect: "https://motcua.example/xong", draft: DRAFT });
  if (!prepared.ok) return expect.fail("no upload");
  await shop.ports.files.write(prepared.value.key, PDF, "application/pdf");
  const attached = await shop.handlers.attach(CITIZEN, { key: prepared.value.key, draft: DRAFT });
  if (!attached.ok) return expect.fail("not attached");
  const documents = [{ id: "to_khai", electronic: true }, { id: "giay_to", copy: 1, electronic: true, files: [attached.value] }];
  const receipt = await shop.handlers.submit(CITIZEN, { ...SUBMISSION, documents, draft: DRAFT }, shop.key("submit"));
  return receipt.ok ? receipt.value.code : expect.fail("not submitted");
}

describe("a lawful erasure", () => {
  const ERASURE = { basis: "12/QĐ-UBND", law: "Luật 91/2025/QH15, Điều 14", reason: "retention-ended", actor: { kind: "system", id: "administrator" } } as const;

  it("removes the personal record and leaves the chain and its seals as they were", async () => {
    const code = await submitted(shop);
    await shop.handlers.act(CITIZEN, code, { act: "withdraw", reason: "Nguyễn Văn Thử rút" }, shop.key("withdraw"));
    shop.ports.setNow("2026-10-06T00:30:00+07:00");
    await shop.handlers.sealDays();
    const before = await shop.ports.dossiers.log(code);
    expect(await erase(shop.ports, { code, ...ERASURE })).toMatchObject({ ok: true });
    const stored = await shop.ports.dossiers.load(code);
    expect(stored?.personal).toBeUndefined();
    expect(JSON.stringify(stored)).not.toContain("Nguyễn Văn Thử");
    const found = await shop.handlers.proof(CITIZEN, code);
    if (!found.ok) return expect.fail("refused");
    const { log, proofs } = found.value;
    expect(log.slice(0, before.length)).toEqual(before);
    expect(JSON.parse(log.at(-1) ?? "")).toMatchObject({ command: "erase", events: [{ type: "personal-erased", basis: ERASURE.basis }] });
    expect(auditLog(auditFileText(log, proofs)).fault).toBeUndefined();
    const view = await shop.handlers.dossier(CLERK, code);
    expect(view).toMatchObject({ ok: true, value: { state: { phase: "withdrawn" } } });
    expect((await shop.handlers.receipt({ caller: CITIZEN, code })).ok).toBe(true);
  });

  it("removes the files that were handed in, also where it was cut short before", async () => {
    const code = await submittedWithFile();
    const kept = () => [...shop.ports.files.kept.keys()].filter((key) => key.startsWith("checked/"));
    expect(kept()).toHaveLength(1);
    await shop.handlers.act(CITIZEN, code, { act: "withdraw" }, shop.key("withdraw"));
    const remove = shop.ports.files.remove.bind(shop.ports.files);
    Object.assign(shop.ports.files, { remove: async () => Promise.reject(new Error("the bucket is away")) });
    await expect(erase(shop.ports, { code, ...ERASURE })).rejects.toThrow("away");
    Object.assign(shop.ports.files, { remove });
    await erase(shop.ports, { code, ...ERASURE });
    expect(kept()).toEqual([]);
  });

  it("is written once, however often it is asked for", async () => {
    const code = await submitted(shop);
    await shop.handlers.act(CITIZEN, code, { act: "withdraw" }, shop.key("withdraw"));
    await erase(shop.ports, { code, ...ERASURE });
    const { length } = await shop.ports.dossiers.log(code);
    expect(await erase(shop.ports, { code, ...ERASURE })).toMatchObject({ ok: true });
    expect(await shop.ports.dossiers.log(code)).toHaveLength(length);
  });

  it("refuses a dossier that has not ended, and one that is not there", async () => {
    const code = await submitted(shop);
    expect(await erase(shop.ports, { code, ...ERASURE })).toMatchObject({ ok: false, problems: [{ code: "not-ended-yet" }] });
    expect((await shop.ports.dossiers.load(code))?.personal).toBeDefined();
    expect(await erase(shop.ports, { code: "H20.015-261005-9999", ...ERASURE })).toMatchObject({ ok: false, problems: [{ code: "not-found" }] });
  });
});
