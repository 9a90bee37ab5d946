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
import { freshShop, procedureOf, root, sampleOf } from "./shop.ts";

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

    it("a file that is too large ends on a page that says so, without JavaScript, and the limit was told before", { timeout: 120_000 }, async () => {
      const citizen = await openWindow(executable, { script: false, width: 390, height: 844 });
      const { page } = citizen;
      try {
        await page.goto(`${shop.local.httpUrl}/thu-tuc/1.013225/nop`);
        await page.click('form[action="/thu-tuc/1.013225/nop"] button[type=submit]');
        const draft = /\/nop\/[0-9a-f]{32}/.exec(page.url())?.[0] ?? "";
        await page.goto(`${shop.local.httpUrl}${draft}/giay-to/ban_ve_thiet_ke`);
        expect(await page.textContent("main")).toMatch(/tối đa 20 MB[^]*tệp quá lớn sẽ không được nhận/);
        await page.setInputFiles("input[type=file]", { name: "lon.pdf", mimeType: "application/pdf", buffer: Buffer.concat([Buffer.from(PDF), Buffer.alloc(25 * 1024 * 1024)]) });
        await page.click('form[enctype="multipart/form-data"] button[type=submit]');
        expect(new URL(page.url()).origin).toBe(new URL(shop.local.httpUrl).origin);
        expect(await page.textContent("main")).toContain("Tệp lớn hơn 20 MB");
        expect(citizen.complaints).toEqual([]);
      } finally {
        await citizen.close();
      }
    });

    it.each([
      { script: false, width: 390, height: 844, how: "on a phone, without JavaScript" },
      { script: true, width: 1280, height: 900, how: "at a desk, with JavaScript" },
    ])("officers settle a fee, do several tasks at once, move a date and close a withdrawal $how", { timeout: 240_000 }, async ({ script, width, height }) => {
      const procedure = procedureOf(shop, "1.013225");
      const sample = sampleOf(procedure, "07-a");
      await shop.local.clock.set(sample.submittedAt);
      const desk = await shop.client("motcua");
      const codes: string[] = [];
      for (let count = 0; count < 2; count += 1) {
        // Entered at the counter: the applicant has no account, so the counter also withdraws for them.
        const receipt = await desk.submit(procedure.module, { channel: "counter", receivingUnit: sample.receivingUnit ?? "", form: sample.form, answers: sample.answers ?? {}, documents: sample.documents.map((document) => (document.electronic === true ? { ...document, original: 1 } : document)), resultBy: "counter" });
        if (!receipt.ok) throw new Error(receipt.problems.map(({ code, pointer }) => `${code} ${pointer}`).join(", "));
        codes.push(receipt.value.code);
      }
      await shop.local.idle();
      const officer = await openWindow(executable, { script, width, height });
      const { page } = officer;
      const seen: string[] = [];
      const look = async (name: string) => {
        await page.screenshot({ path: join(pictures, `ban-${width}-${name}.png`), fullPage: true });
        expect(await page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth").catch(() => 0)).toBe(0);
        if (script) seen.push(...(await violations(page)));
      };
      const [first = "", second = ""] = codes;
      const at = (code: string, below = "") => `${shop.local.httpUrl}/can-bo/ho-so/${code}${below}`;
      const press = (name: string) => page.getByRole("button", { name, exact: true }).click();
      try {
        await signIn(page, "motcua");
        await page.goto(at(first));
        await page.getByRole("link", { name: /^Ghi nhận đã thu/ }).click();
        await look("thu-phi");
        await press("Tiếp tục");
        expect(await page.title()).toMatch(/^Lỗi: /);
        await page.fill('[name="thu-phi.receipt"]', "BL-000123");
        await press("Tiếp tục");
        await look("thu-phi-kiem-tra");
        await press("Ghi nhận đã thu");
        expect(await page.textContent("main")).toContain("biên lai BL-000123");
        for (const code of codes) {
          await page.goto(at(code));
          await press("Tiếp nhận");
        }
        await signIn(page, "truongphong");
        await page.goto(`${shop.local.httpUrl}/can-bo?thu-tuc=${encodeURIComponent(procedure.module.procedure.name.vi)}&buoc=${encodeURIComponent(procedure.module.procedure.workflow.steps["phan_cong"]?.name.vi ?? "")}`);
        await look("viec");
        for (const code of codes) await page.locator(`input[type=checkbox][value^="${code} "]`).check();
        await press("Xử lý các việc đã chọn");
        await look("nhieu-viec");
        await page.getByRole("button", { name: /2 hồ sơ$/ }).click();
        expect(await page.textContent("main")).toContain("Đã ghi nhận 2 hồ sơ.");
        await signIn(page, "lanhdao");
        await page.goto(at(second, "/dieu-chinh-hen"));
        await page.fill('[name="hen.decision"]', "QĐ 12/QĐ-UBND ngày 05/10/2026");
        for (const [part, value] of [["ngay", "20"], ["thang", "11"], ["nam", "2026"]]) await page.fill(`[name="hen.due.day.${part}"]`, value ?? "");
        await press("Tiếp tục");
        await look("dieu-chinh-hen");
        await press("Điều chỉnh ngày hẹn");
        expect((await desk.dossier(second)).ok && ((await desk.dossier(second)) as { value: { state: { due?: string } } }).value.state.due).toBe("2026-11-20T17:00:00+07:00");
        await signIn(page, "motcua");
        await page.goto(at(first, "/rut"));
        await press("Rút hồ sơ");
        await page.goto(at(first));
        await look("da-rut");
        await page.getByRole("link", { name: "Ghi nhận đã trả giấy tờ, hoàn tiền" }).click();
        const papers = page.locator('[name="rut.papersReturned"]');
        if ((await papers.count()) > 0) await papers.check({ force: true });
        await press("Tiếp tục");
        await look("hoan-tat-rut");
        await press("Hoàn tất việc rút hồ sơ");
        await page.goto(at(first));
        expect(await page.textContent("main")).toContain("Đã hoàn lại");
        expect(seen).toEqual([]);
        expect(officer.complaints).toEqual([]);
      } finally {
        await officer.close();
      }
      expect(shop.local.failures()).toEqual([]);
    });

    async function signIn(page: Page, login: string): Promise<void> {
      await page.context().clearCookies();
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
