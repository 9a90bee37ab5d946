import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { ProcedureModule, Sample } from "@motcua/procedure";
import { beforeEach, describe, expect, it } from "vitest";
import copies from "../../../../examples/sdk/2.000815.js";
import type { JsonObject } from "../form/json-pointer.ts";
import { realShop, type RealShop } from "../testing/real-shop.ts";
import { plain, testBrowser, type TestBrowser } from "../testing/test-browser.ts";
import { changeDraft, storedDraft } from "../testing/test-drafts.ts";
import { PDF, uploadFile } from "../testing/test-upload.ts";

const UNIT = "H20.058";
const module = copies as unknown as ProcedureModule;
const sample = JSON.parse(readFileSync(fileURLToPath(new URL("../../../../schemas/procedures/chung-thuc/2.000815-chung-thuc-ban-sao/samples/05-a-van-bang.json", import.meta.url)), "utf8")) as Sample;
const [DEGREE, MARKS] = ["Bản chính giấy tờ, văn bản làm cơ sở chứng thực – Bằng tốt nghiệp đại học", "Bản chính giấy tờ, văn bản làm cơ sở chứng thực – Bảng điểm"];

let shop: RealShop;
let clerk: TestBrowser;
beforeEach(async () => {
  shop = realShop(sample.submittedAt, [module]);
  await shop.ports.people.put({ sub: "clerk", name: "clerk", memberships: [{ unit: UNIT, role: "can_bo_tiep_nhan" }] });
  clerk = testBrowser(shop);
  await clerk.signIn("clerk");
});

/** A draft at the counter with the sample's form filled in. */
async function draftAtCounter(): Promise<string> {
  const first = await clerk.send((await clerk.get("/can-bo/tai-quay")).form(/2\.000815$/));
  const id = /^\/nop\/([0-9a-f]{32})\//.exec(first.path)?.[1] ?? "";
  const sections = module.procedure.form["x-sections"] ?? [];
  await changeDraft(shop, id, { form: sample.form as JsonObject, answers: sample.answers ?? {}, done: [...sections.map(({ id: section }) => `phan/${section}`), "cau-hoi"] });
  return id;
}

describe("documents asked for each entry of a list", () => {
  it("have a line, a page and files of their own, named by their entry", async () => {
    const id = await draftAtCounter();
    const list = await clerk.get(`/nop/${id}/giay-to`);
    expect(list.html).toContain(`id="giay-ban_chinh.2" href="/nop/${id}/giay-to/ban_chinh.2"`);
    for (const name of [DEGREE, MARKS]) expect(plain(list.html)).toContain(name);
    expect(plain(list.html)).not.toContain("Bản sao cần chứng thực, đủ các trang đã ghi thông tin – Bảng điểm");
    const page = await clerk.get(`/nop/${id}/giay-to/ban_chinh.2`);
    expect(page.html).toMatch(new RegExp(`<h1>[^]*${MARKS}</h1>`));
    await uploadFile(shop, clerk, { page, content: PDF });
    const { documents } = await storedDraft(shop, id);
    expect(Object.keys(documents)).toEqual(["ban_chinh.2"]);
    expect((await clerk.get(`/nop/${id}/giay-to/ban_chinh.3`)).status).toBe(404);
  });

  it("refuses to go on while one of them is missing, and names it by its number alone", async () => {
    const id = await draftAtCounter();
    for (const document of ["ban_chinh.1", "ban_sao.1"]) await clerk.send((await clerk.get(`/nop/${id}/giay-to/${document}`)).form(/\/cach$/), { cach: document.startsWith("ban_sao") ? "paper" : "presented" });
    const refused = await clerk.send((await clerk.get(`/nop/${id}/giay-to`)).form(/\/giay-to$/));
    expect(refused.html).toContain('href="#giay-ban_chinh.2"');
    expect(plain(refused.html)).toContain("Thiếu giấy tờ bắt buộc: Bản chính giấy tờ, văn bản làm cơ sở chứng thực (mục 2)");
  });

  it("stand so at the desk, and may be asked for again one by one", async () => {
    const { form, answers = {}, documents } = sample;
    const receipt = await shop.handlers.submit({ sub: "clerk" }, { procedure: "2.000815", channel: "counter", receivingUnit: UNIT, form, answers, documents, resultBy: "counter" }, "submit-0123456789abcdef");
    const code = receipt.ok ? receipt.value.code : "";
    const desk = (await clerk.get(`/can-bo/ho-so/${code}`)).html.replaceAll(/<[^>]*>/g, "");
    for (const name of [DEGREE, MARKS]) expect(desk).toContain(`${name} (đã xuất trình)`);
    const stored = await shop.ports.dossiers.load(code);
    const [task = ""] = Object.keys(stored?.state.tasks ?? {});
    const ask = (document: string) => shop.handlers.act({ sub: "clerk" }, code, { act: "request-supplement", task, defects: [{ text: "Bản chính mờ", document }] }, shop.ports.random(16));
    expect(await ask("ban_chinh")).toMatchObject({ ok: false, problems: [{ code: "document-unknown" }] });
    expect(await ask("ban_chinh.2")).toMatchObject({ ok: true });
    expect(JSON.stringify(stored?.state)).not.toContain("Bảng điểm");
  });

  it("are quoted one by one", async () => {
    const quoted = await shop.handlers.quote({ procedure: "2.000815", channel: "counter", form: sample.form, unit: UNIT });
    expect(quoted.ok ? quoted.value.documents : []).toMatchObject([
      { id: "ban_chinh.1", name: { vi: DEGREE }, needed: true, entry: { document: "ban_chinh", nth: 1 } },
      { id: "ban_chinh.2", name: { vi: MARKS }, needed: true, entry: { document: "ban_chinh", nth: 2 } },
      { id: "ban_sao.1", needed: true, quantity: 3, entry: { document: "ban_sao", nth: 1 } },
    ]);
  });
});
