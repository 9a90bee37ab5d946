import { beforeEach, describe, expect, it } from "vitest";
import { CODE_LISTS, realShop, type RealShop } from "../testing/real-shop.ts";
import { testBrowser, type TestBrowser } from "../testing/test-browser.ts";
import { beginDraft, changeDraft, storedDraft } from "../testing/test-drafts.ts";
import { testPortal } from "../testing/test-portal.ts";
import { testProvider, type TestProvider } from "../testing/test-provider.ts";

const PERSON = { sub: "citizen", name: "Nguyễn Thị Thử" };
const FILE = { key: "checked/x", sha256: "0", bytes: 1, type: "application/pdf" };

describe("login in the middle of a form", () => {
  let shop: RealShop;
  let provider: TestProvider;
  let browser: TestBrowser;
  let id: string;

  beforeEach(async () => {
    const { app: _, ...rest } = realShop(new Date().toISOString());
    provider = await testProvider();
    shop = { ...rest, app: testPortal({ ports: rest.ports, handlers: rest.handlers, codeLists: CODE_LISTS, provider: provider.fetch }) };
    browser = testBrowser(shop);
    id = await beginDraft(browser, "2.000635");
    await changeDraft(shop, id, { form: { loai_nguoi_yeu_cau: "ca_nhan" }, done: ["phan/loai", "giay-to"] });
  });

  it("leads back to where it began, under a new session, with every answer kept", async () => {
    const before = browser.cookie();
    const asked = await browser.get(`/dang-nhap?ve=${encodeURIComponent(`/nop/${id}/phan/nguoi_yeu_cau`)}`);
    const back = await browser.get(provider.approve(asked.path, PERSON));
    expect(back.path).toBe(`/nop/${id}/phan/nguoi_yeu_cau`);
    expect(back.status).toBe(200);
    expect(back.html).toContain("Đăng xuất");
    expect(browser.cookie()).not.toBe(before);
    expect(await shop.ports.sessions.get(`session:${before.split("=")[1] ?? ""}`)).toBeUndefined();
    expect(await storedDraft(shop, id)).toMatchObject({ owner: "account:citizen", form: { loai_nguoi_yeu_cau: "ca_nhan" }, done: ["phan/loai"] });
  });

  it("says that files are to be sent again, because they belong to whoever sent them", async () => {
    await changeDraft(shop, id, { documents: { van_ban_uy_quyen: { way: "electronic", files: [FILE] } } });
    const asked = await browser.get(`/dang-nhap?ve=/nop/${id}`);
    expect((await browser.get(provider.approve(asked.path, PERSON))).html).toContain("cần được tải lên lại");
  });

  it("refuses a return nobody began, one that is used twice, and a way to elsewhere", async () => {
    expect((await browser.get("/dang-nhap/xong?code=x&state=y")).status).toBe(400);
    const asked = await browser.get("/dang-nhap?ve=https://elsewhere.invalid/");
    const back = provider.approve(asked.path, PERSON);
    expect((await browser.get(back)).path).toBe("/");
    expect((await browser.get(back)).status).toBe(400);
    const stranger = testBrowser(shop);
    await stranger.get("/tra-cuu");
    expect((await stranger.get(provider.approve(asked.path, PERSON))).status).toBe(400);
  });

  it("refuses everything of the account after logout", async () => {
    const asked = await browser.get("/dang-nhap?ve=/ho-so");
    const mine = await browser.get(provider.approve(asked.path, PERSON));
    expect(mine.path).toBe("/ho-so");
    await browser.send(mine.form("/dang-xuat"));
    expect((await browser.get(`/nop/${id}/phan/loai`)).status).toBe(404);
  });
});
