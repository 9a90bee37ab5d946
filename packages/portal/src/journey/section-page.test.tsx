import { gzipSync } from "node:zlib";
import { beforeEach, describe, expect, it } from "vitest";
import type { ProcedureModule } from "@motcua/procedure";
import type { JsonObject } from "../form/json-pointer.ts";
import { ASSETS } from "../assets/asset-files.ts";
import { MODULES, realShop, SAMPLES, type RealShop } from "../testing/real-shop.ts";
import { testBrowser, type TestBrowser } from "../testing/test-browser.ts";
import { beginDraft, changeDraft, storedDraft } from "../testing/test-drafts.ts";

const moduleOf = (code: string) => MODULES.find(({ procedure }) => procedure.code === code) as ProcedureModule;

describe("the form, page by page", () => {
  describe.each(SAMPLES.filter(({ sample }) => sample.expected.outcome === "accepted"))("$procedure $id", ({ procedure, sample }) => {
    it("comes back from its pages as the sample has it", async () => {
      const shop = realShop(sample.submittedAt);
      const browser = testBrowser(shop);
      const [full, empty] = [await beginDraft(browser, procedure), await beginDraft(browser, procedure)];
      for (const id of [full, empty]) await changeDraft(shop, id, { channel: sample.channel, ...(sample.receivingUnit === undefined ? {} : { receivingUnit: sample.receivingUnit }) });
      await changeDraft(shop, full, { form: sample.form as JsonObject, answers: sample.answers ?? {} });
      await changeDraft(shop, empty, { answers: sample.answers ?? {} });
      const sections = moduleOf(procedure).procedure.form["x-sections"] ?? [];
      let sent = 0;
      for (const { id: section } of sections) {
        const shown = await browser.get(`/nop/${full}/phan/${section}`);
        if (shown.status === 404) continue;
        const form = shown.form(`/nop/${full}/phan/${section}`);
        const answer = await browser.post(`/nop/${empty}/phan/${section}`, [...form.fields, ["_do", "next"]]);
        expect(answer.html, section).not.toContain('class="summary');
        sent += 1;
      }
      expect(sent).toBeGreaterThan(3);
      const { form, done } = await storedDraft(shop, empty);
      const { cam_doan: declared, ...answers } = sample.form as JsonObject;
      expect(form).toEqual(answers);
      expect(declared).toBe(true);
      expect(done).toHaveLength(sent);
    });
  });

  let shop: RealShop;
  let browser: TestBrowser;
  let id: string;
  beforeEach(async () => {
    shop = realShop();
    browser = testBrowser(shop);
    id = await beginDraft(browser, "1.001193");
  });

  it("refuses a page with mistakes, says so in title and summary, and keeps what was typed", async () => {
    const page = await browser.get(`/nop/${id}/phan/nguoi_yeu_cau`);
    const form = page.form(`/nop/${id}/phan/nguoi_yeu_cau`);
    const answer = await browser.send(form, { "nguoi_yeu_cau.ho_ten": "Trần Thị Thử", "nguoi_yeu_cau.ngay_sinh.ngay": "31", "nguoi_yeu_cau.ngay_sinh.thang": "2", "nguoi_yeu_cau.ngay_sinh.nam": "1990", "nguoi_yeu_cau.so_dinh_danh": "12x", _do: "next" });
    expect(answer.status).toBe(422);
    expect(answer.html).toContain("<title>Lỗi: ");
    expect(answer.html).toContain('href="#o-nguoi_yeu_cau-ngay_sinh"');
    expect(answer.html).toContain('href="#o-nguoi_yeu_cau-giay_to-loai"');
    for (const [, target] of answer.html.matchAll(/<a href="#(o-[^"]+)"/g)) expect(answer.html).toContain(`id="${target}"`);
    expect(answer.html).toContain('value="12x"');
    expect(answer.html).toContain('value="31"');
    expect((await storedDraft(shop, id)).done).toEqual([]);
    expect((await storedDraft(shop, id)).form).toMatchObject({ nguoi_yeu_cau: { ho_ten: "Trần Thị Thử", so_dinh_danh: "12x" } });
  });

  it("escapes what was typed, wherever it is shown again", async () => {
    const evil = '"><script>alert(1)</script>';
    const form = (await browser.get(`/nop/${id}/phan/nguoi_yeu_cau`)).form(/nguoi_yeu_cau$/);
    const answer = await browser.send(form, { "nguoi_yeu_cau.ho_ten": evil, "nguoi_yeu_cau.ngay_sinh.ngay": evil, _do: evil });
    expect(answer.html).not.toContain("<script>");
    const again = await browser.get(`/nop/${id}/phan/nguoi_yeu_cau`);
    expect(again.html).not.toContain("<script>");
    expect(again.html).toContain("&quot;&gt;&lt;script&gt;");
  });

  it("skips pages that do not apply to the answers, and keeps what was said there", async () => {
    await changeDraft(shop, id, { form: { loai_khai_sinh: "khong_cha", cha: { ho_ten: "Lê Văn Thử" }, tre: { ho_ten: "Lê Thử" } } });
    expect((await browser.get(`/nop/${id}/phan/cha`)).status).toBe(404);
    expect((await browser.get(`/nop/${id}/phan/me`)).status).toBe(200);
    const form = (await browser.get(`/nop/${id}/phan/dang_ky`)).form(/dang_ky$/);
    await browser.send(form, { loai_khai_sinh: "du_cha_me", _do: "next" });
    expect((await browser.get(`/nop/${id}/phan/cha`)).html).toContain("Lê Văn Thử");
  });

  it("adds and takes away rows by buttons that are plain submits", async () => {
    const other = await beginDraft(browser, "1.004873");
    const at = `/nop/${other}/phan/cu_tru_truoc`;
    const added = await browser.send((await browser.get(at)).form(at), { _do: "add:/cu_tru_truoc" });
    expect(added.path).toContain("#o-cu_tru_truoc-dong-0");
    expect(added.html).toContain('id="o-cu_tru_truoc-dong-0"');
    const removed = await browser.send(added.form(at), { _do: "remove:/cu_tru_truoc/0" });
    expect(removed.html).not.toContain('id="o-cu_tru_truoc-dong-0"');
  });

  it("brings the communes of another province when asked, without judging the page", async () => {
    const at = `/nop/${id}/phan/lien_he`;
    const brought = await browser.send((await browser.get(at)).form(at), { "nguoi_yeu_cau.noi_cu_tru.tinh": "01", _do: "communes:/nguoi_yeu_cau/noi_cu_tru/xa" });
    expect(brought.status).toBe(200);
    expect(brought.html).toContain("Phường Ba Đình");
    expect(brought.html).not.toContain('class="summary');
  });

  it("prefills the person's own name once they are signed in", async () => {
    await browser.signIn("citizen", "Nguyễn Thị Thử");
    const own = await beginDraft(browser, "1.001193");
    expect((await browser.get(`/nop/${own}/phan/nguoi_yeu_cau`)).html).toContain('value="Nguyễn Thị Thử"');
  });

  it("refuses the draft to everybody else", async () => {
    const stranger = testBrowser(shop);
    expect((await stranger.get(`/nop/${id}/phan/tre`)).status).toBe(404);
    await stranger.get("/tra-cuu");
    expect((await stranger.get(`/nop/${id}/phan/tre`)).status).toBe(404);
    expect((await browser.get(`/nop/${"0".repeat(32)}/phan/tre`)).status).toBe(404);
  });

  it("keeps a step small: 6 KB compressed with everything it loads, 8 where it offers all communes of a province", async () => {
    const sections = moduleOf("1.001193").procedure.form["x-sections"] ?? [];
    const pages = await Promise.all(sections.map(({ id: section }) => browser.get(`/nop/${id}/phan/${section}`)));
    const bytes = (text: string) => gzipSync(text, { level: 9 }).length;
    const sizes = pages.filter(({ status }) => status === 200).map(({ html }) => {
      const loaded = [...html.matchAll(/(?:href|src)="(\/tai-nguyen\/[^"]+)"/g)].map(([, path = ""]) => ASSETS.get(path)?.text ?? "");
      expect(loaded).toHaveLength(2);
      return { communes: html.includes("data-communes"), total: [html, ...loaded].reduce((sum, text) => sum + bytes(text), 0) };
    });
    expect(sizes.length).toBeGreaterThan(5);
    for (const { communes, total } of sizes) expect(total).toBeLessThan((communes ? 8 : 6) * 1024);
    expect(Math.min(...sizes.map(({ total }) => total))).toBeGreaterThan(3 * 1024);
  });
});
