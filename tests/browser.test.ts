import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { OpenShop } from "@motcua/cli";
import type { Page } from "playwright-core";
import { realShop, SAMPLES, type CodedSample } from "../packages/portal/src/testing/real-shop.ts";
import { beginDraft, changeDraft } from "../packages/portal/src/testing/test-drafts.ts";
import { PDF } from "../packages/portal/src/testing/test-upload.ts";
import { testBrowser } from "../packages/portal/src/testing/test-browser.ts";
import { chromiumPath, openWindow, violations } from "./browser.ts";
import { freshShop, procedureOf, root } from "./shop.ts";

const executable = chromiumPath();
const pictures = join(root, ".motcua", "screenshots");

if (executable === undefined) describe.skip("the pages in a browser", () => it("needs Chromium: install Debian's chromium, or name one in CHROMIUM", () => undefined));
else
  describe("the pages in a browser", () => {
    let shop: OpenShop;
    beforeAll(async () => {
      mkdirSync(pictures, { recursive: true });
      shop = await freshShop();
    });
    afterAll(() => shop.close());

    it.each([
      { id: "07-a-khu-vuc-quan-ly", script: true, width: 390, height: 844, how: "on a phone, with JavaScript" },
      { id: "03-a-chua-dang-ky-ket-hon", script: false, width: 1280, height: 900, how: "at a desk, without JavaScript" },
    ])("a citizen files $id $how, an officer accepts it, and it is tracked to its receipt", { timeout: 240_000 }, async ({ id, script, width, height }) => {
      const of = SAMPLES.find((each) => each.id === id);
      if (of === undefined) throw new Error(`no sample ${id}`);
      await shop.local.clock.set(of.sample.submittedAt);
      const citizen = await openWindow(executable, { script, width, height });
      const seen: string[] = [];
      const look = async (page: Page, name: string) => {
        await page.screenshot({ path: join(pictures, `${id}-${name}.png`), fullPage: true });
        if (script) seen.push(...(await violations(page)));
      };
      try {
        const { page } = citizen;
        await page.goto(`${shop.local.httpUrl}/`);
        await look(page, "01-trang-dau");
        await page.fill("#tim", procedureOf(shop, of.procedure).module.procedure.name.vi.split(" ").slice(0, 6).join(" "));
        await page.click(".search button");
        await look(page, "02-tim");
        await page.click(`a[href="/thu-tuc/${of.procedure}"]`);
        await look(page, "03-thu-tuc");
        await page.click('a.button[href$="/nop"]');
        await signIn(page, "congdan");
        await page.goto(`${shop.local.httpUrl}/thu-tuc/${of.procedure}/nop`);
        await look(page, "04-bat-dau");
        await page.click(`form[action="/thu-tuc/${of.procedure}/nop"] button[type=submit]`);
        await fillSections(page, of, look);
        await giveDocuments(page, of, look);
        const { code, tracking } = await handIn(page, of, look);
        expect(code).toMatch(/^H20\.\d{3}-\d{6}-\d{4}$/);
        await page.goto(tracking);
        expect(await page.textContent("main")).toContain("Mới đăng ký");
        await look(page, "20-tra-cuu");
        const officer = await openWindow(executable, { script, width: 1280, height: 900 });
        await acceptIt(officer.page, code, look);
        expect(officer.complaints).toEqual([]);
        await officer.close();
        await page.goto(tracking);
        expect(await page.textContent("main")).toMatch(/Được tiếp nhận|Đang xử lý|Yêu cầu thực hiện nghĩa vụ tài chính/);
        await guess(page, code);
        expect(citizen.complaints).toEqual([]);
        expect(seen).toEqual([]);
      } finally {
        await citizen.close();
      }
      expect(shop.local.failures()).toEqual([]);
    });

    async function signIn(page: Page, login: string): Promise<void> {
      await page.goto(`${shop.local.httpUrl}/dang-nhap?ve=/`);
      await page.selectOption("#login", login);
      await page.fill("#password", shop.local.password);
      await Promise.all([page.waitForURL(`${shop.local.httpUrl}/**`), page.click("button[type=submit]")]);
    }

    /** Fills every page of the form as the sample has it, by the fields the page itself would show for it. */
    async function fillSections(page: Page, of: CodedSample, look: (page: Page, name: string) => Promise<void>): Promise<void> {
      const memory = realShop(of.sample.submittedAt);
      const silent = testBrowser(memory);
      await silent.signIn("citizen");
      const questions = Object.entries(procedureOf(shop, of.procedure).module.procedure.questions ?? {});
      const unanswered = Object.fromEntries(questions.filter(([, { by }]) => by === "applicant").map(([question]) => [question, false]));
      const draft = await beginDraft(silent, of.procedure);
      await changeDraft(memory, draft, { form: of.sample.form as never, answers: { ...unanswered, ...of.sample.answers } });
      for (let pages = 0; pages < 20; pages += 1) {
        const where = new URL(page.url()).pathname.split("/").slice(3).join("/");
        if (!/^(phan\/|cau-hoi)/.test(where)) return;
        const wanted = (await silent.get(`/nop/${draft}/${where}`)).form(new RegExp(`${where}$`)).fields;
        for (const [name, value] of wanted) await put(page, name, value);
        await look(page, `05-${where.replaceAll("/", "-")}`);
        await page.locator("main form button.button", { hasText: /^(Lưu và tiếp|Tiếp) tục$/ }).last().click();
        expect(new URL(page.url()).pathname, (await page.textContent("main")) ?? "").not.toContain(where);
      }
    }

    /** Sets a control the way a person would; one that is not there yet is left to the page. */
    async function put(page: Page, name: string, value: string): Promise<void> {
      const control = page.locator(`[name="${name}"]:not([type=hidden])`);
      if ((await control.count()) === 0 || !(await control.first().isEnabled())) return;
      const kind = await control.first().evaluate((element) => (element as unknown as { type: string }).type);
      if (kind === "radio" || kind === "checkbox") await page.locator(`[name="${name}"][value="${value}"]`).check({ force: true });
      else if (kind === "select-one") await choose(page, name, value);
      else await control.fill(value);
    }

    /** A commune is offered after its province: by a button that works without script. */
    async function choose(page: Page, name: string, value: string): Promise<void> {
      const select = page.locator(`select[name="${name}"]`);
      if ((await select.locator(`option[value="${value}"]`).count()) === 0) await page.click(`button[data-communes="${name}"]`);
      await select.selectOption(value);
    }

    async function giveDocuments(page: Page, of: CodedSample, look: (page: Page, name: string) => Promise<void>): Promise<void> {
      expect(page.url()).toContain("/giay-to");
      const list = page.url();
      const forms = new Set(procedureOf(shop, of.procedure).module.procedure.documents.filter((each) => each.isForm === true).map((each) => each.id));
      for (const document of of.sample.documents.filter((each) => !forms.has(each.id))) {
        await page.goto(`${list}/${document.id}`);
        if (document.electronic === true) {
          await page.setInputFiles("input[type=file]", { name: "ban-quet.pdf", mimeType: "application/pdf", buffer: Buffer.from(PDF) });
          await look(page, `10-giay-to-${document.id}`);
          await page.click('form[enctype="multipart/form-data"] button[type=submit]');
          expect(await page.textContent("main")).toContain("Đã nhận tệp.");
        } else {
          await put(page, "cach", document.retrieved === true ? "retrieved" : "paper");
          await page.click('form[action$="/cach"] button[type=submit]');
        }
      }
      await page.goto(list);
      await look(page, "11-giay-to");
      await page.click('form[action$="/giay-to"] button[type=submit]');
    }

    async function handIn(page: Page, of: CodedSample, look: (page: Page, name: string) => Promise<void>): Promise<{ readonly code: string; readonly tracking: string }> {
      await look(page, "12-noi-nop");
      await put(page, "nhan_kq", "online");
      await page.click('form[action$="/noi-nop"] button[type=submit]');
      await look(page, "13-kiem-tra");
      await page.locator('[name="cam_doan"]').check({ force: true });
      await page.click('form[action$="/kiem-tra"] button[type=submit]:not([name])');
      await look(page, "14-xong");
      const code = (await page.textContent("p.code")) ?? "";
      const tracking = await page.locator('a[href*="/tra-cuu/"]:not([href$=".pdf"])').first().getAttribute("href");
      return { code, tracking: new URL(tracking ?? "", shop.local.httpUrl).href };
    }

    async function acceptIt(page: Page, code: string, look: (page: Page, name: string) => Promise<void>): Promise<void> {
      await signIn(page, "motcua");
      await page.goto(`${shop.local.httpUrl}/can-bo`);
      await look(page, "30-viec");
      await page.click(`a[href*="${code}"]`);
      await look(page, "31-ho-so");
      await page.getByRole("button", { name: "Tiếp nhận", exact: true }).click();
      expect(await page.textContent("main")).toContain(code);
      await look(page, "32-da-tiep-nhan");
      const receipt = await page.context().request.get(`${shop.local.httpUrl}/can-bo/ho-so/${code}/giay-tiep-nhan.pdf`);
      expect(receipt.headers()["content-type"]).toBe("application/pdf");
      expect((await receipt.body()).subarray(0, 5).toString()).toBe("%PDF-");
    }

    /** Somebody who knows a code only learns nothing. */
    async function guess(page: Page, code: string): Promise<void> {
      const answers: string[] = [];
      for (const tried of [code, `${code.slice(0, -4)}9999`]) {
        await page.goto(`${shop.local.httpUrl}/tra-cuu`);
        await page.fill('[name="ma"]', tried);
        await page.fill('[name="so_cuoi"]', "0000");
        await page.click("main form button[type=submit]");
        answers.push(((await page.textContent("main")) ?? "").replaceAll(tried, "…"));
      }
      expect(answers[0]).toBe(answers[1]);
      expect(answers[0]).not.toContain("Đang xử lý");
    }
  });
