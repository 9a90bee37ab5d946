import { MAX_FILE_BYTES } from "@motcua/handlers";
import { beforeEach, describe, expect, it } from "vitest";
import type { JsonObject } from "../form/json-pointer.ts";
import { realShop, SAMPLES, type CodedSample, type RealShop } from "../testing/real-shop.ts";
import { testBrowser, type TestBrowser } from "../testing/test-browser.ts";
import { beginDraft, changeDraft, storedDraft } from "../testing/test-drafts.ts";
import { PDF, uploadFile } from "../testing/test-upload.ts";

const OF = SAMPLES.find(({ id }) => id === "07-a-khu-vuc-quan-ly") as CodedSample;

describe("one document of a draft", () => {
  let shop: RealShop;
  let browser: TestBrowser;
  let id: string;
  let at: string;

  beforeEach(async () => {
    shop = realShop(OF.sample.submittedAt);
    browser = testBrowser(shop);
    id = await beginDraft(browser, OF.procedure);
    await changeDraft(shop, id, { form: OF.sample.form as JsonObject });
    at = `/nop/${id}/giay-to/ban_ve_thiet_ke`;
  });

  it("is uploaded by a plain form that goes straight to the bucket, which the policy names on this page alone", async () => {
    const page = await browser.get(at);
    expect(page.headers.get("content-security-policy")).toContain("form-action 'self' https://files.invalid;");
    expect(page.html).toContain('enctype="multipart/form-data"');
    const form = Object.fromEntries(page.form(/files\.invalid/).fields);
    expect(form["success_action_redirect"]).toMatch(new RegExp(`^http://motcua\\.test${at}/da-tai/[0-9a-f]{16}$`));
    expect(form).not.toHaveProperty("_csrf");
    expect((await browser.get(`/nop/${id}/giay-to`)).headers.get("content-security-policy")).toContain("form-action 'self';");
  });

  it("takes several files, one at a time, and gives them back one at a time", async () => {
    const second = new TextEncoder().encode("%PDF-1.7\nsecond");
    await uploadFile(shop, browser, { page: await browser.get(at), content: PDF });
    const page = await uploadFile(shop, browser, { page: await browser.get(at), content: second });
    expect((await storedDraft(shop, id)).documents["ban_ve_thiet_ke"]?.files).toHaveLength(2);
    await browser.send(page.form(/\/xoa$/));
    expect((await storedDraft(shop, id)).documents["ban_ve_thiet_ke"]?.files.map(({ bytes }) => bytes)).toEqual([second.length]);
  });

  it("is taken once, however often the bucket's address is opened", async () => {
    const page = await browser.get(at);
    await uploadFile(shop, browser, { page, content: PDF });
    const again = await uploadFile(shop, browser, { page, content: PDF });
    expect(again.status).toBe(200);
    expect((await storedDraft(shop, id)).documents["ban_ve_thiet_ke"]?.files).toHaveLength(1);
  });

  it.each([
    ["what is no PDF, JPEG or PNG", new TextEncoder().encode("<html>"), "không đúng loại cho phép"],
    ["what is too large", new Uint8Array(MAX_FILE_BYTES + 1), "Tệp lớn hơn 20 MB"],
    ["an empty file", new Uint8Array(0), "Chưa nhận được tệp"],
  ])("refuses %s, says why, and loses nothing", async (_, content, message) => {
    await uploadFile(shop, browser, { page: await browser.get(at), content: PDF });
    const refused = await uploadFile(shop, browser, { page: await browser.get(at), content });
    expect(refused.html).toContain("<title>Lỗi: ");
    expect(refused.html).toContain(message);
    expect(refused.html).toContain("Tệp 1: PDF");
    expect((await storedDraft(shop, id)).documents["ban_ve_thiet_ke"]?.files).toHaveLength(1);
  });

  it("refuses a return for another document, for a number never given, and from another browser", async () => {
    const page = await browser.get(at);
    const { success_action_redirect: redirect = "", key = "" } = Object.fromEntries(page.form(/files\.invalid/).fields);
    await shop.ports.files.write(key, PDF, "application/pdf");
    const path = new URL(redirect).pathname;
    await browser.get(path.replace("ban_ve_thiet_ke", "giay_to_dat"));
    await browser.get(`${at}/da-tai/${"0".repeat(16)}`);
    await browser.get(`${at}/da-tai/constructor`);
    expect((await storedDraft(shop, id)).documents).toEqual({});
    expect((await testBrowser(shop).get(path)).status).toBe(404);
    expect((await browser.get(`/nop/${id}/giay-to/khong_co`)).status).toBe(404);
  });

  it("can be handed in on paper or left to the agency where the procedure allows it, and nowhere else", async () => {
    const land = `/nop/${id}/giay-to/giay_to_dat`;
    await browser.send((await browser.get(land)).form(/cach$/), { cach: "retrieved" });
    expect((await storedDraft(shop, id)).documents["giay_to_dat"]).toEqual({ way: "retrieved", files: [] });
    await browser.send((await browser.get(at)).form(/cach$/), { cach: "retrieved" });
    expect((await storedDraft(shop, id)).documents).not.toHaveProperty("ban_ve_thiet_ke");
    await browser.send((await browser.get(at)).form(/cach$/), { cach: "paper" });
    expect((await browser.get(`/nop/${id}/giay-to`)).html).toContain("Nộp bản giấy");
  });
});
