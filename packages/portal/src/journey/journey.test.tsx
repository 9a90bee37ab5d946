import { describe, expect, it } from "vitest";
import type { ProcedureModule } from "@motcua/procedure";
import { isObject, type JsonObject } from "../form/json-pointer.ts";
import { MODULES, realShop, SAMPLES, type CodedSample, type RealShop } from "../testing/real-shop.ts";
import { plain, testBrowser, type TestBrowser } from "../testing/test-browser.ts";
import { beginDraft, changeDraft, storedDraft } from "../testing/test-drafts.ts";
import { PDF, uploadFile } from "../testing/test-upload.ts";

const moduleOf = (code: string) => MODULES.find(({ procedure }) => procedure.code === code) as ProcedureModule;
const sampleOf = (id: string) => SAMPLES.find((each) => each.id === id) as CodedSample;
const ONLINE = SAMPLES.filter(({ sample }) => sample.expected.outcome === "accepted" && sample.channel === "online");

/** A draft with a sample's form filled in, page by page done, documents not yet. */
async function filled(shop: RealShop, browser: TestBrowser, { procedure, sample }: CodedSample): Promise<string> {
  const id = await beginDraft(browser, procedure);
  const { cam_doan: _, ...form } = sample.form as JsonObject;
  const sections = moduleOf(procedure).procedure.form["x-sections"] ?? [];
  await changeDraft(shop, id, { form, answers: sample.answers ?? {}, done: [...sections.map(({ id: section }) => `phan/${section}`), "cau-hoi"] });
  return id;
}

/** Gives every document of a sample on the page of the document. */
async function withDocuments(shop: RealShop, browser: TestBrowser, { id, of }: { readonly id: string; readonly of: CodedSample }): Promise<void> {
  const forms = new Set(moduleOf(of.procedure).procedure.documents.flatMap((each) => (each.isForm === true ? [each.id] : [])));
  for (const document of of.sample.documents.filter((each) => !forms.has(each.id))) {
    const page = await browser.get(`/nop/${id}/giay-to/${document.id}`);
    if (document.electronic === true) expect((await uploadFile(shop, browser, { page, content: PDF })).html).toContain("Đã nhận tệp.");
    else await browser.send(page.form(/\/cach$/), { cach: document.retrieved === true ? "retrieved" : "paper" });
  }
  await browser.send((await browser.get(`/nop/${id}/giay-to`)).form(/\/giay-to$/));
}

/** Everything up to the last page. */
async function ready(shop: RealShop, browser: TestBrowser, of: CodedSample): Promise<string> {
  const id = await filled(shop, browser, of);
  await withDocuments(shop, browser, { id, of });
  const handover = await browser.get(`/nop/${id}/noi-nop`);
  await browser.send(handover.form(/noi-nop$/), handover.html.includes('name="nhan_kq"') ? { nhan_kq: "online" } : {});
  return id;
}

describe("a journey from the first page to the confirmation", () => {
  it.each(ONLINE)("$procedure $id: is submitted as the sample has it", async (of) => {
    const shop = realShop(of.sample.submittedAt);
    const browser = testBrowser(shop);
    await browser.signIn("citizen");
    const id = await ready(shop, browser, of);
    const check = await browser.get(`/nop/${id}/kiem-tra`);
    expect(check.path).toBe(`/nop/${id}/kiem-tra`);
    expect(check.html).toContain("Ngày hẹn trả dự kiến");
    expect(check.html).not.toContain('class="summary');
    const done = await browser.send(check.form(/kiem-tra$/), { cam_doan: "true" });
    expect(done.path).toBe(`/nop/${id}/xong`);
    const code = /<p class="code">([^<]+)</.exec(done.html)?.[1] ?? "";
    const stored = await shop.ports.dossiers.load(code);
    expect(stored?.personal?.form).toEqual(of.sample.form);
    expect(stored?.state).toMatchObject({ procedure: of.procedure, account: "citizen", channel: "online", receivingUnit: of.sample.receivingUnit });
    const given = stored?.state.documents.map(({ files: _, ...document }) => document);
    expect(given).toEqual(expect.arrayContaining(of.sample.documents.map((document) => ({ ...document }))));
    expect(isObject((await storedDraft(shop, id)).form) && Object.keys((await storedDraft(shop, id)).form)).toEqual([]);
  });

  it("is submitted once, however often and however fast it is sent", async () => {
    const of = sampleOf("01-b-khong-cha-truc-tuyen");
    const shop = realShop(of.sample.submittedAt);
    const browser = testBrowser(shop);
    await browser.signIn("citizen");
    const id = await ready(shop, browser, of);
    const form = (await browser.get(`/nop/${id}/kiem-tra`)).form(/kiem-tra$/);
    const sent = await Promise.all([browser.send(form, { cam_doan: "true" }), browser.send(form, { cam_doan: "true" })]);
    const again = await browser.send(form, { cam_doan: "true" });
    const codes = new Set([...sent, again].map(({ html }) => /<p class="code">([^<]+)</.exec(html)?.[1]));
    expect(codes.size).toBe(1);
    expect(await shop.handlers.mine({ sub: "citizen" })).toHaveLength(1);
  });

  it("survives login: the answers stay, files are to be sent again", async () => {
    const of = sampleOf("07-a-khu-vuc-quan-ly");
    const shop = realShop(of.sample.submittedAt);
    const browser = testBrowser(shop);
    const id = await ready(shop, browser, of);
    expect((await browser.get(`/nop/${id}/kiem-tra`)).html).toContain("Ông/bà chưa đăng nhập");
    const { owner } = await storedDraft(shop, id);
    expect(owner).toMatch(/^visitor:/);
    // What the return from the provider does.
    const { draftStore } = await import("../draft/drafts.ts");
    expect(await draftStore(shop.ports.sessions, shop.ports.clock).adopt(owner, "account:citizen")).toBe(true);
    await browser.signIn("citizen");
    const resumed = await browser.get(`/nop/${id}`);
    expect(resumed.path).toContain(`/nop/${id}/giay-to`);
    expect((await storedDraft(shop, id)).form).toMatchObject({ kinh_gui: (of.sample.form as JsonObject)["kinh_gui"] });
    expect((await storedDraft(shop, id)).documents).toEqual({});
  });

  it("can be made without an account; the secret on the last page opens the tracking", async () => {
    const of = sampleOf("01-b-khong-cha-truc-tuyen");
    const shop = realShop(of.sample.submittedAt);
    const browser = testBrowser(shop);
    const id = await ready(shop, browser, of);
    const done = await browser.send((await browser.get(`/nop/${id}/kiem-tra`)).form(/kiem-tra$/), { cam_doan: "true" });
    const path = /href="(\/tra-cuu\/[0-9a-f]{32})"/.exec(done.html)?.[1] ?? "";
    const tracked = await testBrowser(shop).get(path);
    expect(tracked.status).toBe(200);
    expect(tracked.html).toContain("Mới đăng ký");
    const stored = await shop.ports.dossiers.load(/<p class="code">([^<]+)</.exec(done.html)?.[1] ?? "");
    expect(stored?.state.account).toBeUndefined();
  });

  it("refuses to be sent without the declaration, with a page open, or with documents missing", async () => {
    const of = sampleOf("07-a-khu-vuc-quan-ly");
    const shop = realShop(of.sample.submittedAt);
    const browser = testBrowser(shop);
    const id = await filled(shop, browser, of);
    expect((await browser.get(`/nop/${id}/kiem-tra`)).path).toContain("/giay-to");
    const missing = await browser.send((await browser.get(`/nop/${id}/giay-to`)).form(/giay-to$/));
    expect(missing.status).toBe(422);
    expect(missing.html).toContain('href="#giay-ban_ve_thiet_ke"');
    expect(missing.html).toContain('id="giay-ban_ve_thiet_ke"');
    await withDocuments(shop, browser, { id, of });
    await browser.send((await browser.get(`/nop/${id}/noi-nop`)).form(/noi-nop$/), { nhan_kq: "post" });
    const undeclared = await browser.send((await browser.get(`/nop/${id}/kiem-tra`)).form(/kiem-tra$/));
    expect(undeclared.status).toBe(422);
    expect(undeclared.html).toContain('href="#o-cam_doan"');
    expect(undeclared.html).toContain("<title>Lỗi: ");
    expect((await storedDraft(shop, id)).receipt).toBeUndefined();
  });

  it("refuses what contradicts itself across pages, and leads to the page and the input", async () => {
    const of = sampleOf("01-b-khong-cha-truc-tuyen");
    const shop = realShop(of.sample.submittedAt);
    const browser = testBrowser(shop);
    const id = await ready(shop, browser, of);
    const { form } = await storedDraft(shop, id);
    await changeDraft(shop, id, { form: { ...form, loai_dang_ky: "qua_han" } });
    const check = await browser.get(`/nop/${id}/kiem-tra`);
    const href = plain(/href="(\/nop\/[^"]+\/phan\/dang_ky[^"]*)"/.exec(check.html)?.[1] ?? "");
    expect(href).toBe(`/nop/${id}/phan/dang_ky?ve=kiem-tra&loi=1#o-loai_dang_ky`);
    const page = await browser.get(href.split("#")[0] ?? "");
    expect(page.html).toContain('id="o-loai_dang_ky-loi"');
    const back = await browser.send(page.form(/dang_ky\?ve=kiem-tra$/), { loai_dang_ky: "dung_han", _do: "next" });
    expect(back.path).toBe(`/nop/${id}/kiem-tra`);
  });

  it.each(SAMPLES.filter(({ sample }) => sample.expected.outcome === "invalid"))("refuses $procedure $id: every mistake of the form is listed and leads to its input", async ({ procedure, sample }) => {
    const shop = realShop(sample.submittedAt);
    const browser = testBrowser(shop);
    const id = await filled(shop, browser, { procedure, id: "", sample });
    const { done } = await storedDraft(shop, id);
    await changeDraft(shop, id, { channel: sample.channel, receivingUnit: sample.receivingUnit ?? "H20.058", form: sample.form as JsonObject, done: [...done, "giay-to", "noi-nop"] });
    const check = await browser.get(`/nop/${id}/kiem-tra`);
    const listed = [...check.html.matchAll(/<a href="[^"]*#(o-[^"]+)">/g)].map(([, anchor = ""]) => anchor);
    const errors = (sample.expected.problems ?? []).filter(({ pointer, severity }) => pointer.startsWith("/form/") && severity !== "warning" && pointer !== "/form/cam_doan");
    expect(errors.length).toBeGreaterThan(3);
    for (const { pointer } of errors) expect(listed.some((anchor) => anchor.startsWith(`o-${pointer.slice("/form/".length).replaceAll("/", "-")}`)), pointer).toBe(true);
    for (const { pointer } of (sample.expected.problems ?? []).filter((each) => each.pointer.startsWith("/documents/"))) expect(check.html.includes(`giay-to#giay-${pointer.slice("/documents/".length)}`), pointer).toBe(true);
    expect((await browser.send(check.form(/kiem-tra$/), { cam_doan: "true" })).status).toBe(422);
    expect((await storedDraft(shop, id)).receipt).toBeUndefined();
  });

  it("says when the law wants no dossier, and offers no button to send it", async () => {
    const of = sampleOf("07-d-mien-giay-phep");
    const shop = realShop(of.sample.submittedAt);
    const browser = testBrowser(shop);
    const id = await ready(shop, browser, of);
    const check = await browser.get(`/nop/${id}/kiem-tra`);
    expect(check.html).toContain("Hồ sơ này không nộp tại đây.");
    expect(() => check.form(/kiem-tra$/)).toThrow("no form");
  });

  it("moves to a form that changed in between, keeps what fits and says so", async () => {
    const of = sampleOf("01-b-khong-cha-truc-tuyen");
    const { procedure, ...module } = moduleOf(of.procedure);
    const { co_quan_dang_ky: _, ...properties } = procedure.form.properties ?? {};
    const changed = { ...module, procedure: { ...procedure, version: "fedcba9876543210", effective: { from: "2026-10-06" }, form: { ...procedure.form, properties } } } as ProcedureModule;
    const shop = realShop(of.sample.submittedAt, [moduleOf(of.procedure), changed]);
    const browser = testBrowser(shop);
    const id = await ready(shop, browser, of);
    shop.ports.setNow("2026-10-06T09:00:00+07:00");
    const moved = await browser.get(`/nop/${id}/kiem-tra`);
    expect(moved.html).toContain("Biểu mẫu đã được thay đổi");
    const { version, form } = await storedDraft(shop, id);
    expect(version).toBe("fedcba9876543210");
    expect(form).toMatchObject({ tre: (of.sample.form as JsonObject)["tre"] });
    expect(form).not.toHaveProperty("co_quan_dang_ky");
  });

  it("suggests the competent commune's unit, else that of the residence", async () => {
    const shop = realShop("2026-10-05T15:40:00+07:00");
    const browser = testBrowser(shop);
    const id = await filled(shop, browser, sampleOf("01-b-khong-cha-truc-tuyen"));
    const suggested = Object.fromEntries((await browser.get(`/nop/${id}/noi-nop`)).form(/noi-nop$/).fields);
    expect(suggested["don_vi"]).toBe("H20.058");
    const refused = await browser.post(`/nop/${id}/noi-nop`, { _csrf: suggested["_csrf"] ?? "", don_vi: "H20.999" });
    expect(refused.status).toBe(422);
  });
});
