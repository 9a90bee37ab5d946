import type { ApplicantStep, HumanStep, ProcedureModule } from "@motcua/procedure";
import { beforeEach, describe, expect, it } from "vitest";
import { MODULES, realShop, SAMPLES, type CodedSample, type RealShop } from "../testing/real-shop.ts";
import { testBrowser, type TestBrowser } from "../testing/test-browser.ts";
import { submitSample } from "../testing/test-dossier.ts";
import { testOffice } from "../testing/test-office.ts";
import { PDF, uploadFile } from "../testing/test-upload.ts";
import { submitWithFile } from "../testing/with-file.ts";

const CITIZEN = { sub: "citizen" };
const sampleOf = (id: string) => SAMPLES.find((each) => each.id === id) as CodedSample;

describe("a citizen's own dossiers", () => {
  let shop: RealShop;
  let browser: TestBrowser;
  let code: string;

  async function submitted(id: string): Promise<void> {
    const of = sampleOf(id);
    shop = realShop(of.sample.submittedAt);
    browser = testBrowser(shop);
    await browser.signIn(CITIZEN.sub);
    ({ code } = await submitSample(shop, CITIZEN, of));
  }

  beforeEach(() => submitted("01-b-khong-cha-truc-tuyen"));

  it("are listed with their status, and drafts beside them", async () => {
    await browser.send((await browser.get("/thu-tuc/1.004873/nop")).form("/thu-tuc/1.004873/nop"));
    const page = await browser.get("/ho-so");
    expect(page.html).toContain(`href="/ho-so/${code}"`);
    expect(page.html).toContain("Mới đăng ký");
    expect(page.html).toContain("Bản khai chưa nộp");
    const removed = await browser.send(page.form(/^\/nop\/[0-9a-f]{32}\/xoa$/));
    expect((await browser.get("/ho-so")).html).not.toContain("Bản khai chưa nộp");
    expect(removed.html).toContain("Đã xóa bản khai.");
  });

  it("show what was said, what happened and what is due", async () => {
    await testOffice(shop, code).work(({ acceptedAt }) => acceptedAt !== undefined);
    const page = await browser.get(`/ho-so/${code}`);
    expect(page.html).toContain("Tiếp nhận hồ sơ");
    expect(page.html).toContain("Hẹn trả kết quả");
    expect(page.html).toContain("Nội dung đã khai");
    expect(page.html).toContain('aria-current="step"');
  });

  it("refuses foreign and unknown ones alike, officers' views too, and asks strangers to sign in", async () => {
    const neighbour = testBrowser(shop);
    await neighbour.signIn("neighbour");
    const [foreign, unknown] = [await neighbour.get(`/ho-so/${code}`), await neighbour.get("/ho-so/H20.058-261005-9999")];
    expect(foreign.status).toBe(404);
    expect(foreign.html).toBe(unknown.html);
    await shop.ports.people.put({ sub: "clerk", name: "Cán bộ", memberships: [{ unit: "H20.058", role: "can_bo_tiep_nhan" }] });
    const clerk = testBrowser(shop);
    await clerk.signIn("clerk");
    expect((await clerk.get(`/ho-so/${code}`)).status).toBe(404);
    const response = await shop.app.request(`http://motcua.test/ho-so/${code}`);
    expect(response.headers.get("location")).toBe(`/dang-nhap?ve=${encodeURIComponent(`/ho-so/${code}`)}`);
  });

  it("confirms a draft of the result once it is asked for", async () => {
    const office = testOffice(shop, code);
    await office.work(({ tasks }) => Object.values(tasks).some(({ assignee }) => assignee.kind === "applicant"));
    const page = await browser.get(`/ho-so/${code}`);
    expect(page.html).toContain("Người yêu cầu kiểm tra bản điện tử Giấy khai sinh");
    const answered = await browser.send(page.form(/xac-nhan$/), { tra_loi: "confirmed" });
    expect(answered.html).toContain("Đã ghi nhận ý kiến của ông/bà.");
    expect((await office.state()).outcomes["xac_nhan_ban_nhap"]).toBe("confirmed");
    const late = await browser.send(page.form(/xac-nhan$/), { tra_loi: "corrected" });
    expect(late.status).toBe(422);
  });

  it("supplements what an officer asked for, file and form", async () => {
    await submitted("07-a-khu-vuc-quan-ly");
    const office = testOffice(shop, code);
    await office.requestSupplement([{ document: "ban_ve_thiet_ke", text: "Bản vẽ thiếu mặt cắt <b>A-A</b>" }]);
    const page = await browser.get(`/ho-so/${code}`);
    expect(page.html).toContain("Bản vẽ thiếu mặt cắt &lt;b&gt;A-A&lt;/b&gt;");
    const documents = await browser.send(page.form(/bo-sung$/));
    const draft = /^\/nop\/([0-9a-f]{32})\/giay-to$/.exec(documents.path)?.[1] ?? "";
    const document = await browser.get(`/nop/${draft}/giay-to/ban_ve_thiet_ke`);
    expect((await uploadFile(shop, browser, { page: document, content: PDF })).html).toContain("Đã nhận tệp.");
    const site = await browser.get(`/nop/${draft}/phan/dia_diem?ve=kiem-tra`);
    await browser.send(site.form(/dia_diem/), { _do: "next" });
    const check = await browser.get(`/nop/${draft}/kiem-tra`);
    const sent = await browser.send(check.form(/kiem-tra$/), { cam_doan: "true" });
    expect(sent.path).toBe(`/ho-so/${code}`);
    const state = await office.state();
    expect(state.phase).not.toBe("supplement");
    expect(state.documents.find(({ id }) => id === "ban_ve_thiet_ke")?.files).toHaveLength(1);
    expect(state.documents.find(({ id }) => id === "giay_to_dat")).toMatchObject({ retrieved: true });
    expect((await browser.send(check.form(/kiem-tra$/), { cam_doan: "true" })).path).toBe(`/ho-so/${code}`);
    expect((await browser.post(`/ho-so/${code}/bo-sung`, Object.fromEntries(page.form(/bo-sung$/).fields))).status).toBe(404);
  });

  it("can be withdrawn, after a question and once", async () => {
    const asked = await browser.get(`/ho-so/${code}/rut`);
    const form = asked.form(/rut$/);
    const withdrawn = await browser.send(form, { ly_do: "Nộp nhầm nơi" });
    expect(withdrawn.html).toContain("Đã rút hồ sơ.");
    expect((await testOffice(shop, code).state()).phase).toBe("withdrawn");
    expect((await browser.send(form, { ly_do: "Nộp nhầm nơi" })).path).toBe(`/ho-so/${code}`);
    expect((await browser.get(`/ho-so/${code}/rut`)).status).toBe(404);
  });

  it("goes on where it stood when a withdrawal after acceptance is taken back, once", async () => {
    const office = testOffice(shop, code);
    await office.work(({ acceptedAt }) => acceptedAt !== undefined);
    const before = await office.state();
    await browser.send((await browser.get(`/ho-so/${code}/rut`)).form(/rut$/), {});
    const form = (await browser.get(`/ho-so/${code}`)).form(/khong-rut-nua$/);
    expect((await browser.send(form)).html).toContain("Hồ sơ được giải quyết tiếp.");
    expect(await office.state()).toMatchObject({ phase: "processing", position: before.position });
    expect((await browser.send(form)).path).toBe(`/ho-so/${code}`);
    expect((await browser.get(`/ho-so/${code}`)).html).not.toContain("khong-rut-nua");
  });

  it("opens its files to its owner alone, at an address that nobody keeps", async () => {
    const { code: filed, sha256 } = await submitWithFile(shop, CITIZEN, { ...sampleOf("07-a-khu-vuc-quan-ly"), document: "ban_ve_thiet_ke" });
    const path = `/ho-so/${filed}/tep/${sha256}`;
    expect((await browser.get(`/ho-so/${filed}`)).html).toContain(`href="${path}"`);
    const opened = await browser.get(path);
    expect(opened.status).toBe(303);
    expect([opened.headers.get("cache-control"), opened.headers.get("referrer-policy")]).toEqual(["no-store", "no-referrer"]);
    expect(new Uint8Array(await shop.ports.files.open(opened.path).arrayBuffer())).toEqual(PDF);
    const neighbour = testBrowser(shop);
    await neighbour.signIn("neighbour");
    expect((await neighbour.get(path)).status).toBe(404);
    expect((await browser.get(`/ho-so/${filed}/tep/${"0".repeat(64)}`)).status).toBe(404);
  });

  it("gives its receipt as PDF to its owner alone", async () => {
    const own = await browser.get(`/ho-so/${code}/giay-tiep-nhan.pdf`);
    expect(own.headers.get("content-type")).toBe("application/pdf");
    expect(own.html.startsWith("%PDF-")).toBe(true);
    const neighbour = testBrowser(shop);
    await neighbour.signIn("neighbour");
    expect((await neighbour.get(`/ho-so/${code}/giay-tiep-nhan.pdf`)).status).toBe(404);
  });

  it("takes what the applicant tells of their own work, by a form alone, and shows the form again where something is missing", async () => {
    const of = sampleOf("07-a-khu-vuc-quan-ly");
    const found = MODULES.find(({ procedure }) => procedure.code === of.procedure) as ProcedureModule;
    const { workflow } = found.procedure;
    const id = Object.entries(workflow.steps).find(([, { kind }]) => kind === "inspect")?.[0] ?? "";
    const { name, next, outcomes = {}, record = "" } = workflow.steps[id] as HumanStep;
    const own: ApplicantStep = { kind: "task", by: "applicant", name, next, outcomes, record, within: "12mo", silence: Object.keys(next).at(-1) ?? "" };
    const steps = { ...workflow.steps, [id]: own };
    shop = realShop(of.sample.submittedAt, [{ ...found, procedure: { ...found.procedure, workflow: { ...workflow, steps } } }]);
    browser = testBrowser(shop);
    await browser.signIn(CITIZEN.sub);
    ({ code } = await submitSample(shop, CITIZEN, of));
    const office = testOffice(shop, code);
    await office.work(({ tasks }) => Object.values(tasks).some(({ assignee }) => assignee.kind === "applicant"));
    const page = await browser.get(`/ho-so/${code}`);
    expect(page.html).toContain(`Quá thời hạn mà không có phản hồi thì được coi là: ${outcomes[own.silence]?.vi}`);
    const missing = await browser.send(page.form(/viec$/), { outcome: Object.keys(next)[0] ?? "" });
    expect(missing.status).toBe(422);
    const form = missing.form(/viec$/);
    const prefix = /name="([^"]+)\.note"/.exec(missing.html)?.[1] ?? "";
    const filled = { "ngay_kiem_tra.ngay": "15", "ngay_kiem_tra.thang": "10", "ngay_kiem_tra.nam": "2026", dung_hien_trang: "true" };
    const told = { outcome: Object.keys(next)[0] ?? "", ...Object.fromEntries(Object.entries(filled).map(([key, value]) => [`${prefix}.record.${key}`, value])) };
    const done = await browser.send(form, told);
    expect(done.html).toContain("Đã ghi nhận phản hồi của ông/bà.");
    expect((await office.state()).outcomes[id]).toBe(Object.keys(next)[0]);
    expect((await browser.send(form, { ...told, outcome: own.silence })).status).toBe(422);
  });
});
