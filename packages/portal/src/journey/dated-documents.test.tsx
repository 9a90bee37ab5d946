import type { ProcedureModule } from "@motcua/procedure";
import { beforeEach, describe, expect, it } from "vitest";
import type { JsonObject } from "../form/json-pointer.ts";
import { MODULES, realShop, SAMPLES, type CodedSample, type RealShop } from "../testing/real-shop.ts";
import { testBrowser, type TestBrowser } from "../testing/test-browser.ts";
import { beginDraft, changeDraft, storedDraft } from "../testing/test-drafts.ts";
import { PDF, uploadFile } from "../testing/test-upload.ts";

const OF = SAMPLES.find(({ id }) => id === "07-a-khu-vuc-quan-ly") as CodedSample;
const ID = "ban_ve_thiet_ke";

/** The house permit, with drawings that may be three months old and have to be certified. */
const DATED = MODULES.map((module): ProcedureModule =>
  module.procedure.code !== OF.procedure
    ? module
    : { ...module, procedure: { ...module.procedure, documents: module.procedure.documents.map((document) => (document.id === ID ? { ...document, notOlderThan: "3mo", requirements: [{ kind: "certified" }] } : document)) } },
);

describe("a document that may not be old", () => {
  let shop: RealShop;
  let browser: TestBrowser;
  let id: string;
  let at: string;

  beforeEach(async () => {
    shop = realShop(OF.sample.submittedAt, DATED);
    browser = testBrowser(shop);
    id = await beginDraft(browser, OF.procedure);
    await changeDraft(shop, id, { form: OF.sample.form as JsonObject });
    at = `/nop/${id}/giay-to/${ID}`;
  });

  const dated = async (day: string, cach = "paper") => {
    const [year = "", month = "", date = ""] = day.split("-");
    return browser.send((await browser.get(at)).form(/cach$/), { cach, "ngay_cap.ngay": date, "ngay_cap.thang": month, "ngay_cap.nam": year });
  };
  const today = OF.sample.submittedAt.slice(0, 10);
  const yearBefore = `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`;

  it("says what it has to be, before anything is given", async () => {
    const [page, list, about] = [(await browser.get(at)).html, (await browser.get(`/nop/${id}/giay-to`)).html, (await browser.get(`/thu-tuc/${OF.procedure}`)).html];
    for (const html of [page, list, about]) {
      expect(html).toContain("Cấp không quá 3 tháng tính đến ngày nộp hồ sơ");
      expect(html).toContain("Bản sao phải được chứng thực");
    }
  });

  it("is asked for its date, which stays with the files", async () => {
    await uploadFile(shop, browser, { page: await browser.get(at), content: PDF });
    await dated(today, "electronic");
    await uploadFile(shop, browser, { page: await browser.get(at), content: PDF });
    expect((await storedDraft(shop, id)).documents[ID]).toMatchObject({ way: "electronic", issuedOn: today, files: [{}] });
  });

  it.each([
    ["no date", "", "Chưa ghi ngày cấp của giấy tờ"],
    ["no day there is", "2026-02-31", "Chưa ghi ngày cấp của giấy tờ"],
    ["one ahead", "2099-01-01", "Ngày cấp của giấy tờ ở sau hôm nay"],
    ["one too long ago", yearBefore, "Giấy tờ cấp đã quá lâu"],
  ])("refuses %s at once, and again where the list is left", async (_, day, message) => {
    const page = await dated(day);
    expect(page.path).toMatch(new RegExp(`^${at}\\?loi=document-`));
    expect(page.html).toContain(message);
    const left = await browser.send((await browser.get(`/nop/${id}/giay-to`)).form(/giay-to$/));
    expect(left.html).toContain(message);
  });

  it("leads on with a date that will do", async () => {
    expect((await dated(today)).path).toBe(`/nop/${id}/giay-to`);
    const left = await browser.send((await browser.get(`/nop/${id}/giay-to`)).form(/giay-to$/));
    expect(left.html).not.toContain("Chưa ghi ngày cấp");
    expect((await storedDraft(shop, id)).documents[ID]).toEqual({ way: "paper", files: [], issuedOn: today });
  });
});
