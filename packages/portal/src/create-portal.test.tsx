import { beforeAll, describe, expect, it } from "vitest";
import { realShop, SAMPLES, type CodedSample, type RealShop } from "./testing/real-shop.ts";
import { testBrowser, type SeenPage, type TestBrowser } from "./testing/test-browser.ts";
import { submitSample } from "./testing/test-dossier.ts";
import { beginDraft, changeDraft } from "./testing/test-drafts.ts";
import type { JsonObject } from "./form/json-pointer.ts";

const OF = SAMPLES.find(({ id }) => id === "01-b-khong-cha-truc-tuyen") as CodedSample;

describe("every page for citizens", () => {
  let shop: RealShop;
  let browser: TestBrowser;
  const pages: SeenPage[] = [];
  let draft: string;
  let code: string;

  beforeAll(async () => {
    shop = realShop(OF.sample.submittedAt);
    browser = testBrowser(shop);
    await browser.signIn("citizen");
    const submitted = await submitSample(shop, { sub: "citizen" }, OF);
    code = submitted.code;
    draft = await beginDraft(browser, OF.procedure);
    const documents = { giay_chung_sinh: { way: "retrieved" as const, files: [] } };
    const done = [...["nguoi_yeu_cau", "lien_he", "dang_ky", "tre", "noi_sinh", "me", "me_cu_tru", "ket_qua"].map((id) => `phan/${id}`), "cau-hoi", "giay-to", "noi-nop"];
    await changeDraft(shop, draft, { form: OF.sample.form as JsonObject, documents, receivingUnit: "H20.058", done });
    const steps = ["phan/nguoi_yeu_cau", "phan/lien_he", "phan/tre", "phan/me", "cau-hoi", "giay-to", "giay-to/giay_chung_sinh", "noi-nop", "kiem-tra"];
    const paths = ["/", "/thu-tuc", "/thu-tuc?tim=khai", `/thu-tuc/${OF.procedure}`, `/thu-tuc/${OF.procedure}/nop`, ...steps.map((step) => `/nop/${draft}/${step}`), "/tra-cuu", `/tra-cuu/${submitted.secret}`, "/ho-so", `/ho-so/${code}`, `/ho-so/${code}/rut`, "/khong-co"];
    for (const path of paths) pages.push(await browser.get(path));
  });

  it("is there", () => {
    expect(pages.filter(({ status }) => status !== 200).map(({ path }) => path)).toEqual(["/khong-co"]);
  });

  it("has a policy that allows nothing inline and nothing from elsewhere", () => {
    for (const { headers, html, path } of pages) {
      const policy = headers.get("content-security-policy") ?? "";
      expect(policy, path).toMatch(/^default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; form-action 'self'( https:\/\/files\.invalid)?; frame-ancestors 'none'; base-uri 'none'$/);
      expect(policy.includes("files.invalid"), path).toBe(path.includes("/giay-to/"));
      expect(headers.get("referrer-policy"), path).toBe("no-referrer");
      expect(headers.get("x-content-type-options"), path).toBe("nosniff");
      expect(html, path).not.toMatch(/<style|\sstyle=|\son[a-z]+="|<script(?![^>]*\ssrc="\/tai-nguyen\/)|javascript:/i);
    }
  });

  it("has one heading of the first rank, a title, a language, landmarks, and a label for each input", () => {
    for (const { html, path } of pages) {
      expect(html.match(/<h1[\s>]/g), path).toHaveLength(1);
      expect(html, path).toMatch(/<html lang="vi">.*<title>[^<]+<\/title>.*<header.*<nav aria-label.*<main.*<footer/s);
      const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
      expect(new Set(ids).size, `${path}: ids are unique`).toBe(ids.length);
      for (const [, attributes = ""] of html.matchAll(/<(?:input|select|textarea)\b([^>]*)>/g)) {
        if (/type="hidden"/.test(attributes)) continue;
        const id = /\sid="([^"]+)"/.exec(attributes)?.[1];
        expect(html, `${path}: ${attributes}`).toContain(`for="${id}"`);
      }
      for (const [, named = ""] of html.matchAll(/aria-(?:describedby|labelledby)="([^"]+)"/g)) for (const id of named.split(" ")) expect(ids, `${path}: ${id}`).toContain(id);
    }
  });

  it("keeps nothing of a person in a cache", () => {
    for (const { headers, path } of pages) expect(headers.get("cache-control"), path).toBe("no-store");
  });

  it.each(["", "0".repeat(64)])("refuses a POST with the token %j, everywhere", async (token) => {
    const targets = [`/thu-tuc/${OF.procedure}/nop`, ...["phan/tre", "cau-hoi", "giay-to", "giay-to/giay_chung_sinh/cach", "giay-to/giay_chung_sinh/xoa", "noi-nop", "kiem-tra", "xoa"].map((step) => `/nop/${draft}/${step}`), "/tra-cuu", `/ho-so/${code}/rut`, `/ho-so/${code}/xac-nhan`, `/ho-so/${code}/viec`, `/ho-so/${code}/bo-sung`, "/dang-xuat"];
    for (const target of targets) expect((await browser.post(target, { _csrf: token })).status, target).toBe(403);
    expect((await browser.get(`/nop/${draft}/kiem-tra`)).status).toBe(200);
    expect((await browser.get(`/ho-so/${code}`)).html).not.toContain("Đã rút");
  });

  it("refuses another session's token", async () => {
    const other = testBrowser(shop);
    const token = Object.fromEntries((await other.get("/tra-cuu")).form("/tra-cuu").fields)["_csrf"] ?? "";
    expect((await browser.post(`/ho-so/${code}/rut`, { _csrf: token })).status).toBe(403);
  });

  it("serves style and script by the hash of their content, for ever", async () => {
    for (const [, path = ""] of (pages[0]?.html ?? "").matchAll(/(?:href|src)="(\/tai-nguyen\/[^"]+)"/g)) {
      const file = await browser.get(path);
      expect(file.status).toBe(200);
      expect(file.headers.get("cache-control")).toContain("immutable");
    }
  });
});
