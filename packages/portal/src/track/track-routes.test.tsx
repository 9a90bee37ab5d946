import { auditLog, batchHash } from "@motcua/dossier";
import { beforeEach, describe, expect, it } from "vitest";
import { realShop, SAMPLES, type CodedSample, type RealShop } from "../testing/real-shop.ts";
import { testBrowser, type SeenPage, type TestBrowser } from "../testing/test-browser.ts";
import { submitSample } from "../testing/test-dossier.ts";

const OF = SAMPLES.find(({ id }) => id === "01-b-khong-cha-truc-tuyen") as CodedSample;
const PHONE = (OF.sample.form as { readonly nguoi_yeu_cau: { readonly dien_thoai: string } }).nguoi_yeu_cau.dien_thoai;

describe("tracking without an account", () => {
  let shop: RealShop;
  let browser: TestBrowser;
  let code: string;
  let secret: string;

  beforeEach(async () => {
    shop = realShop(OF.sample.submittedAt);
    browser = testBrowser(shop);
    ({ code, secret } = await submitSample(shop, { sub: "citizen" }, OF));
  });

  async function ask(ma: string, so_cuoi: string): Promise<SeenPage> {
    return browser.send((await browser.get("/tra-cuu")).form("/tra-cuu"), { ma, so_cuoi });
  }

  /** A page without what is always different: the token, and what was typed. */
  const bare = ({ html }: SeenPage) => html.replace(/name="_csrf" value="[^"]*"/, "").replace(/value="[^"]*"/g, "");

  it("by the secret shows status and dates, nobody's data, and sends no address on", async () => {
    const page = await browser.get(`/tra-cuu/${secret}`);
    expect(page.status).toBe(200);
    expect(page.html).toContain(code);
    expect(page.headers.get("referrer-policy")).toBe("no-referrer");
    expect(page.headers.get("cache-control")).toBe("no-store");
    expect(page.html).not.toContain(PHONE);
    for (const text of textsOf(OF.sample.form)) expect(page.html, text).not.toContain(text);
  });

  it("by the secret shows the hash a receipt carries, to which its QR code leads, and the seal that holds it from the next day on", async () => {
    const [hash = ""] = (await shop.ports.dossiers.log(code)).map(batchHash);
    const before = await browser.get(`/tra-cuu/${secret}`);
    expect(before.html).toContain(`id="h=${hash}"`);
    expect(before.html).toContain("Chưa niêm phong.");
    shop.ports.setNow(new Date(Date.parse(OF.sample.submittedAt) + 24 * 3_600_000).toISOString());
    await shop.handlers.sealDays();
    const after = await browser.get(`/tra-cuu/${secret}`);
    expect(after.html).toMatch(/Niêm phong lúc [\d:]+ ngày [\d/]+, trong nhật ký ngày [\d/]+/);
    expect(after.html).not.toContain("Chưa niêm phong.");
  });

  it("by the secret gives the log with its proofs to take away, whole and without anybody's data", async () => {
    shop.ports.setNow(new Date(Date.parse(OF.sample.submittedAt) + 24 * 3_600_000).toISOString());
    await shop.handlers.sealDays();
    const page = await browser.get(`/tra-cuu/${secret}`);
    expect(page.html).toContain(`href="/tra-cuu/${secret}/nhat-ky.jsonl"`);
    const file = await browser.get(`/tra-cuu/${secret}/nhat-ky.jsonl`);
    expect(file.headers.get("content-disposition")).toBe(`attachment; filename="${code}.nhat-ky.jsonl"`);
    const audit = auditLog(file.html);
    expect(audit.fault).toBeUndefined();
    expect(audit).toMatchObject({ code, batches: (await shop.ports.dossiers.log(code)).length });
    expect(audit.sealed).toHaveLength(1);
    expect(file.html).not.toContain(PHONE);
    for (const text of textsOf(OF.sample.form)) expect(file.html, text).not.toContain(text);
    expect((await browser.get(`/tra-cuu/${"0".repeat(32)}/nhat-ky.jsonl`)).status).toBe(404);
  });

  it("by code and the last four digits shows the same", async () => {
    const page = await ask(` ${code.toLowerCase()} `, PHONE.replace(/\D/g, "").slice(-4));
    expect(page.status).toBe(200);
    expect(page.html).toContain("Mới đăng ký");
    expect(page.html).not.toContain("giay-tiep-nhan.pdf");
  });

  it("tells a guesser nothing: unknown code, wrong digits and unknown secret answer alike", async () => {
    const [unknown, wrong] = [await ask("H20.058-261005-0999", "1234"), await ask(code, "0000")];
    expect([unknown.status, wrong.status]).toEqual([404, 404]);
    expect(bare(unknown)).toBe(bare(wrong));
    const [guessed, malformed] = [await browser.get(`/tra-cuu/${"0".repeat(32)}`), await browser.get("/tra-cuu/x")];
    expect(guessed.status).toBe(404);
    expect(guessed.html).toBe(malformed.html);
    expect((await browser.get(`/tra-cuu/${"0".repeat(32)}/giay-tiep-nhan.pdf`)).status).toBe(404);
  });

  it("refuses to go on after too many guesses, for codes that exist and codes that do not", async () => {
    for (const guessed of [code, "H20.058-261005-0999"]) {
      let last = await ask(guessed, "0001");
      for (let guess = 0; guess < 12; guess += 1) last = await ask(guessed, "0001");
      expect(last.status).toBe(429);
      expect((await ask(guessed, PHONE.slice(-4))).status).toBe(429);
    }
  });

  it("refuses empty and misshapen inputs without counting them as guesses", async () => {
    const page = await ask("", "12");
    expect(page.status).toBe(422);
    expect(page.html).toContain('href="#o-ma"');
    expect(page.html).toContain('href="#o-so_cuoi"');
    expect(page.html).toContain('value="12"');
  });

  it("takes the code from a receipt's address, and escapes it", async () => {
    expect((await browser.get(`/tra-cuu?ma=${code}`)).html).toContain(`value="${code}"`);
    expect((await browser.get(`/tra-cuu?ma=${encodeURIComponent('"><script>')}`)).html).not.toContain("<script>");
  });

  it("gives the receipt to whoever holds the secret", async () => {
    const receipt = await browser.get(`/tra-cuu/${secret}/giay-tiep-nhan.pdf`);
    expect(receipt.headers.get("content-type")).toBe("application/pdf");
    expect(receipt.headers.get("referrer-policy")).toBe("no-referrer");
  });
});

/** Every text of a form that names somebody or something: codes and short words aside. */
function textsOf(value: unknown): readonly string[] {
  if (typeof value === "string") return value.length > 5 && !/^[a-z_]+$/.test(value) ? [value] : [];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsOf) : [];
}
