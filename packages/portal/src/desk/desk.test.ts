import { WORKLIST_LINES } from "@motcua/handlers";
import { beforeEach, describe, expect, it } from "vitest";
import { deskShop, sampleOf, type DeskShop } from "../testing/desk-shop.ts";
import type { HtmlForm } from "../testing/html-form.ts";
import { pageVisitor, type PageVisitor, type SeenPage } from "../testing/page-visitor.ts";

const UNIT = "H20.058";
const PROCEDURE = "1.013225";

let shop: DeskShop;
let code: string;

async function as(role: string | undefined, unit = UNIT): Promise<PageVisitor> {
  const { sessions, clock } = shop.ports;
  const sub = role === undefined ? {} : { sub: await shop.officer(unit, role) };
  return pageVisitor(shop.app, { sessions, clock, ...sub });
}

const dossier = (page?: string) => `/can-bo/ho-so/${code}${page === undefined ? "" : `/${page}`}`;
const stateNow = async () => (await shop.ports.dossiers.load(code))?.state;
const taskOf = async (step: string) => Object.values((await stateNow())?.tasks ?? {}).find((task) => task.step === step)?.id ?? "";

async function formOf(visitor: PageVisitor, path = dossier(), task?: string): Promise<HtmlForm> {
  const page = await visitor.get(path);
  const form = page.forms.find(({ fields }) => fields["_viec"] !== undefined && (task === undefined || fields["_viec"] === task));
  if (form === undefined) throw new Error(`no form on ${path}: ${page.status}`);
  return form;
}

async function decide(role: string, step: string, outcome: string): Promise<SeenPage> {
  const visitor = await as(role);
  return visitor.send(await formOf(visitor, dossier(), await taskOf(step)), {}, { name: "outcome", value: outcome });
}

beforeEach(async () => {
  shop = deskShop();
  const { sample, module } = sampleOf("07-a");
  code = await shop.submit(sample, module);
});

describe("who sees what", () => {
  it("sends somebody who has not logged in to the login, and back to the page asked for", async () => {
    const page = await (await as(undefined)).get(`${dossier()}?x=1`);
    expect(page.status).toBe(303);
    expect(page.location).toBe(`/dang-nhap?ve=${encodeURIComponent(`${dossier()}?x=1`)}`);
  });

  it("refuses a citizen clearly, whether the dossier exists or not", async () => {
    const { sessions, clock } = shop.ports;
    const visitor = await pageVisitor(shop.app, { sessions, clock, sub: "cong-dan" });
    for (const path of ["/can-bo", dossier(), "/can-bo/ho-so/H20.058-261005-9999"]) {
      const page = await visitor.get(path);
      expect(page.status).toBe(403);
      expect(page.text).toContain("Trang dành cho cán bộ");
    }
  });

  it("lists to an officer the steps of their roles and units, and nothing else", async () => {
    const clerk = await (await as("can_bo_tiep_nhan")).get("/can-bo");
    expect(clerk.text).toContain(code);
    expect(clerk.text).toContain("1 việc, hạn gần nhất trước");
    for (const other of [await as("van_thu"), await as("can_bo_tiep_nhan", "H20.002")]) {
      const page = await other.get("/can-bo");
      expect(page.text).not.toContain(code);
      expect(page.text).toContain("Không có việc nào đang chờ.");
    }
  });

  it("answers a foreign dossier exactly as an unknown one", async () => {
    const foreign = await as("can_bo_tiep_nhan", "H20.002");
    const pages = [await foreign.get(dossier()), await foreign.get("/can-bo/ho-so/H20.058-261005-9999"), await foreign.get(dossier("giay-tiep-nhan.pdf")), await foreign.get(dossier("bo-sung?viec=x"))];
    for (const page of pages) expect(page).toMatchObject({ status: 404, html: pages[0]?.html });
  });

  it("shows a task to its role alone: others of the unit see the dossier without a form", async () => {
    const page = await (await as("van_thu")).get(dossier());
    expect(page.status).toBe(200);
    expect(page.text).toContain("hiện không có việc nào chờ ông/bà xử lý");
    expect(page.forms.filter(({ fields }) => fields["_viec"] !== undefined)).toEqual([]);
  });

  it("refuses an outcome sent by somebody of another role", async () => {
    const clerk = await formOf(await as("can_bo_tiep_nhan"));
    const { sessions, clock } = shop.ports;
    const stamp = await pageVisitor(shop.app, { sessions, clock, sub: await shop.officer(UNIT, "van_thu") });
    const { _csrf: own = "" } = (await stamp.get("/can-bo/tai-quay")).forms[0]?.fields ?? {};
    const page = await stamp.post(clerk.action, { ...clerk.fields, _csrf: own, outcome: "accept" });
    expect(page.status).toBe(409);
    expect((await stateNow())?.acceptedAt).toBeUndefined();
  });
});

describe("acting", () => {
  it("refuses a form without the session's token", async () => {
    const clerk = await as("can_bo_tiep_nhan");
    const form = await formOf(clerk);
    const page = await clerk.post(form.action, { ...form.fields, _csrf: "", outcome: "accept" });
    expect(page.status).toBe(403);
    expect((await stateNow())?.seq).toBe(1);
  });

  it("does once what is sent twice, and tells an old page that somebody was faster", async () => {
    const clerk = await as("can_bo_tiep_nhan");
    const [form, older] = [await formOf(clerk), await formOf(clerk)];
    const accept = { name: "outcome", value: "accept" };
    expect(await clerk.send(form, {}, accept)).toMatchObject({ status: 303, location: "/can-bo" });
    expect((await clerk.get("/can-bo")).text).toContain(`Đã ghi nhận: Kiểm tra thành phần, tiếp nhận hồ sơ: Tiếp nhận (hồ sơ ${code}).`);
    const seq = (await stateNow())?.seq;
    expect(await clerk.send(form, {}, accept)).toMatchObject({ status: 303, location: "/can-bo" });
    const late = await clerk.send(older, {}, accept);
    expect(late.status).toBe(409);
    expect(late.text).toContain("đã được xử lý");
    expect((await stateNow())?.seq).toBe(seq);
  });

  it("decides nothing when the Enter key sends a form", async () => {
    const clerk = await as("can_bo_tiep_nhan");
    const form = await formOf(clerk);
    const [enter] = form.buttons;
    const page = await clerk.send(form, {}, enter);
    expect(page.status).toBe(200);
    expect((await stateNow())?.acceptedAt).toBeUndefined();
  });

  it("shows problems of a record at their fields, keeps what was typed, and escapes it", async () => {
    await decide("can_bo_tiep_nhan", "tiep_nhan", "accept");
    await decide("lanh_dao_phong", "phan_cong", "da_phan_cong");
    await decide("cong_chuc_thu_ly", "tham_dinh", "dat");
    const inspector = await as("doan_tham_dinh");
    const form = await formOf(inspector, dossier(), await taskOf("kiem_tra_thuc_dia"));
    const name = (key: string) => form.names.find((each) => each.endsWith(`.record.${key}`)) ?? "";
    const planted = `</textarea><script>alert("x")</script>`;
    const page = await inspector.send(form, { [name("ngay_kiem_tra.ngay")]: "31", [name("ngay_kiem_tra.thang")]: "2", [name("ngay_kiem_tra.nam")]: "2026", [name("hien_trang")]: planted }, { name: "outcome", value: "phu_hop" });
    expect(page.status).toBe(422);
    expect(page.html).not.toContain("<script>alert");
    const again = page.forms.find(({ fields }) => fields["_viec"] === form.fields["_viec"]);
    expect(again?.fields[name("hien_trang")]).toBe(planted);
    expect(again?.fields[name("ngay_kiem_tra.ngay")]).toBe("31");
    expect(again?.fields["_khoa"]).toBe(form.fields["_khoa"]);
    for (const key of ["ngay_kiem_tra", "dung_hien_trang"]) {
      const id = `o-${name(key === "ngay_kiem_tra" ? "ngay_kiem_tra.ngay" : key).replace(/\.ngay$/, "").replaceAll(".", "-")}`;
      expect(page.html).toContain(`href="#${id}"`);
      expect(page.html).toContain(`id="${id}"`);
      expect(page.html).toContain(`id="${id}-loi"`);
    }
    expect(page.html).toContain("<title>Lỗi: ");
  });

  it("adds rows to a request for a supplement, refuses an empty one, and sends all defects at once", async () => {
    const clerk = await as("can_bo_tiep_nhan");
    const path = dossier(`bo-sung?viec=${encodeURIComponent(await taskOf("tiep_nhan"))}`);
    const form = await formOf(clerk, path);
    const empty = await clerk.send(form, {}, { name: "send", value: "1" });
    expect(empty.status).toBe(422);
    expect((await stateNow())?.supplements).toEqual([]);
    const more = await clerk.send(form, { "bo-sung.defects.0.text": "Thiếu chữ ký" }, { name: "_do", value: "add:/bo-sung/defects" });
    const two = more.forms.find(({ fields }) => fields["_khoa"] === form.fields["_khoa"]);
    expect(two?.fields["bo-sung.defects.0.text"]).toBe("Thiếu chữ ký");
    if (two === undefined) throw new Error("no form");
    const [document = ""] = /<option value="([^"]+)"/.exec(more.html)?.slice(1) ?? [];
    expect(document).not.toBe("");
    const sent = await clerk.send(two, { "bo-sung.defects.1.text": "Bản vẽ mờ", "bo-sung.defects.1.document": document }, { name: "send", value: "1" });
    expect(sent.status).toBe(303);
    expect(await stateNow()).toMatchObject({ phase: "supplement", supplements: [{ number: 1 }] });
    expect(Object.values((await shop.ports.dossiers.load(code))?.personal?.notes ?? {}).join()).toContain("Thiếu chữ ký\nBản vẽ mờ");
    expect(await clerk.send(two, { "bo-sung.defects.1.text": "Bản vẽ mờ", "bo-sung.defects.1.document": document }, { name: "send", value: "1" })).toMatchObject({ status: 303 });
    expect((await stateNow())?.supplements).toHaveLength(1);
    const late = await clerk.get(path);
    expect(late).toMatchObject({ status: 409 });
    expect(late.text).toContain("đã được xử lý hoặc không còn mở");
  });

  it("refuses at intake only with a reason", async () => {
    const clerk = await as("can_bo_tiep_nhan");
    const form = await formOf(clerk, dossier(`tu-choi?viec=${encodeURIComponent(await taskOf("tiep_nhan"))}`));
    const blank = await clerk.send(form, { "ly-do.note": "  " }, { name: "send", value: "1" });
    expect(blank.status).toBe(422);
    expect(blank.html).toContain('href="#o-ly-do-note"');
    expect(await clerk.send(form, { "ly-do.note": "Không thuộc thẩm quyền" }, { name: "send", value: "1" })).toMatchObject({ status: 303, location: "/can-bo" });
    expect((await stateNow())?.phase).toBe("refused");
  });

  it("stops an accepted dossier only with a reason", async () => {
    await decide("can_bo_tiep_nhan", "tiep_nhan", "accept");
    const head = await as("lanh_dao_phong");
    const form = await formOf(head, dossier(`dung?viec=${encodeURIComponent(await taskOf("phan_cong"))}`));
    expect((await head.send(form, {}, { name: "send", value: "1" })).status).toBe(422);
    expect((await head.send(form, { "ly-do.reason": "x".repeat(4001) }, { name: "send", value: "1" })).text).toContain("dài quá 4000 ký tự");
    expect((await head.send(form, { "ly-do.reason": "Trùng hồ sơ" }, { name: "send", value: "1" })).status).toBe(303);
    expect((await stateNow())?.phase).toBe("stopped");
  });

  it("tells somebody whose login has ended that nothing was recorded, and leads back to the dossier", async () => {
    const { sessions, clock } = shop.ports;
    const form = await formOf(await as("can_bo_tiep_nhan"));
    const nobody = await pageVisitor(shop.app, { sessions, clock });
    const { _csrf: own = "" } = (await nobody.get(`/thu-tuc/${PROCEDURE}/nop`)).forms[0]?.fields ?? {};
    const page = await nobody.post(form.action, { ...form.fields, _csrf: own, outcome: "accept" });
    expect(page).toMatchObject({ status: 303, location: `/dang-nhap?ve=${encodeURIComponent(dossier())}` });
    expect((await nobody.get("/tra-cuu")).text).toContain("chưa được ghi nhận");
  });
});

describe("the worklist", () => {
  it("marks what is late in words, and narrows to it", async () => {
    expect((await (await as("can_bo_tiep_nhan")).get("/can-bo")).text).toContain("Sắp đến hạn");
    shop.ports.setNow("2026-10-08T08:00:00+07:00");
    const clerk = await as("can_bo_tiep_nhan");
    const late = await clerk.get("/can-bo?han=qua-han");
    expect(late.html).toContain('<span class="tag late">Quá hạn</span>');
    expect(late.text).toContain(code);
    expect((await clerk.get("/can-bo?han=trong-han")).text).not.toContain(code);
  });

  it("shows fifty lines a page", async () => {
    const { sample, module } = sampleOf("07-a");
    for (let count = 0; count < 51; count += 1) await shop.submit(sample, module);
    const clerk = await as("can_bo_tiep_nhan");
    const first = await clerk.get("/can-bo");
    expect(first.text).toContain("52 việc, hạn gần nhất trước; trang 1 trên 2");
    expect(first.html.match(/scope="row"/g)).toHaveLength(50);
    expect((await clerk.get("/can-bo?trang=2")).html.match(/scope="row"/g)).toHaveLength(2);
    expect((await clerk.get("/can-bo?trang=99")).html.match(/scope="row"/g)).toHaveLength(2);
  });

  it("narrows to a step and a procedure, says how much there is of each, and keeps it over the pages", async () => {
    const { sample, module } = sampleOf("04-a");
    const other = await shop.submit({ ...sample, receivingUnit: UNIT }, module);
    const clerk = await as("can_bo_tiep_nhan");
    const all = await clerk.get("/can-bo");
    expect(all.text).toContain(`${module.procedure.name.vi} (1)`);
    const name = encodeURIComponent(module.procedure.name.vi);
    const narrowed = await clerk.get(`/can-bo?thu-tuc=${name}`);
    expect(narrowed.text).toContain(other);
    expect(narrowed.text).not.toContain(code);
    const step = module.procedure.workflow.steps["tiep_nhan"]?.name.vi ?? "";
    const both = await clerk.get(`/can-bo?thu-tuc=${name}&buoc=${encodeURIComponent(step)}&han=sap-den-han`);
    expect(both.html).toMatch(new RegExp(`<option value="[^"]*" selected="">${step} \\(1\\)`));
    expect((await clerk.get(`/can-bo?buoc=${encodeURIComponent("Không có bước này")}`)).text).toContain("Không có việc nào đang chờ.");
  });

  it("comes in portions where it is long, says so, and leads on with the filters kept", async () => {
    const { sample, module } = sampleOf("07-a");
    const clerk = await as("can_bo_tiep_nhan");
    expect((await clerk.get("/can-bo")).text).not.toContain("Danh sách này chưa đủ");
    for (let count = 0; count < WORKLIST_LINES; count += 1) await shop.submit(sample, module);
    const page = await clerk.get("/can-bo?han=sap-den-han");
    expect(page.text).toContain("Danh sách này chưa đủ");
    expect(page.text).toContain("200 việc, hạn gần nhất trước; trang 1 trên 4");
    const next = /href="([^"]+)">Xem các việc có hạn sau đó/.exec(page.html)?.[1]?.replaceAll("&amp;", "&") ?? "";
    expect(next).toContain("han=sap-den-han");
    const rest = await clerk.get(next);
    expect(rest.text).toContain("1 việc, hạn gần nhất trước");
    expect(rest.text).toContain("Về phần có hạn gần nhất");
    expect((await clerk.get("/can-bo?tiep=%3Cscript%3E")).text).toContain("Danh sách này chưa đủ");
  });

  it("opens a dossier by a code typed in small letters", async () => {
    const page = await (await as("can_bo_tiep_nhan")).get(`/can-bo/ho-so?ma=%20${code.toLowerCase()}`);
    expect(page).toMatchObject({ status: 303, location: dossier() });
  });
});

describe("intake at the counter", () => {
  it("begins a draft of the officer's unit, and refuses whoever takes nothing in", async () => {
    const clerk = await as("can_bo_tiep_nhan");
    const form = (await clerk.get("/can-bo/tai-quay")).forms.find(({ action }) => action.endsWith(PROCEDURE));
    if (form === undefined) throw new Error("no form");
    const begun = await clerk.send(form, {});
    expect(begun.location).toMatch(/^\/nop\/[0-9a-f]{32}$/);
    const id = begun.location.slice("/nop/".length);
    expect(await shop.ports.sessions.get(`draft:${id}`)).toMatchObject({ channel: "counter", receivingUnit: UNIT, owner: `account:can_bo_tiep_nhan@${UNIT}` });
    const stamp = await as("van_thu");
    const theirs = (await stamp.get("/can-bo/tai-quay")).forms.find(({ action }) => action.endsWith(PROCEDURE));
    if (theirs === undefined) throw new Error("no form");
    expect((await stamp.send(theirs, {})).status).toBe(403);
  });
});

describe("an applicant without an account at the counter", () => {
  async function askedForMore(): Promise<PageVisitor> {
    const clerk = await as("can_bo_tiep_nhan");
    const form = await formOf(clerk, dossier(`bo-sung?viec=${encodeURIComponent(await taskOf("tiep_nhan"))}`));
    await clerk.send(form, { "bo-sung.defects.0.text": "Thiếu chữ ký" }, { name: "send", value: "1" });
    return clerk;
  }

  it("hands the supplement in, the intake officer enters it, and the dossier goes on", async () => {
    const clerk = await askedForMore();
    const begin = (await clerk.get(dossier())).forms.find(({ action }) => action.endsWith("/nhan-bo-sung"));
    if (begin === undefined) throw new Error("no form");
    const draft = (await clerk.send(begin, {})).location;
    expect(draft).toMatch(/^\/nop\/[0-9a-f]{32}\//);
    const check = (await clerk.get(draft.replace(/[^/]+$/, "kiem-tra"))).forms.find(({ action }) => action.endsWith("/kiem-tra"));
    if (check === undefined) throw new Error("no check");
    const ticked = Object.fromEntries(check.names.filter((name) => !Object.hasOwn(check.fields, name)).map((name) => [name, "true"]));
    const sent = await clerk.send(check, ticked);
    expect(sent.status).toBe(303);
    expect(await stateNow()).toMatchObject({ phase: "submitted", supplements: [{ number: 1 }] });
    expect((await stateNow())?.supplements[0]?.completedAt).toBeDefined();
    expect(await clerk.get(`/ho-so/${code}`)).toMatchObject({ status: 303, location: dossier() });
  });

  it("withdraws through the intake officer, and refuses it to others", async () => {
    const stamp = await as("van_thu");
    expect((await stamp.get(dossier("rut"))).status).toBe(409);
    const clerk = await as("can_bo_tiep_nhan");
    const form = await formOf(clerk, dossier("rut"));
    expect(await clerk.send(form, { "ly-do.reason": "Đổi ý" }, { name: "send", value: "1" })).toMatchObject({ status: 303, location: "/can-bo" });
    expect((await stateNow())?.phase).toBe("withdrawn");
  });

  it("refuses to enter anything for somebody who has an account", async () => {
    const { sample, module } = sampleOf("07-a");
    const { form, documents, answers = {} } = sample;
    const receipt = await shop.handlers.submit({ sub: "cong-dan" }, { procedure: module.procedure.code, channel: "online", receivingUnit: UNIT, form, documents, answers, resultBy: "counter" }, shop.ports.random(16));
    if (!receipt.ok) throw new Error("refused");
    code = receipt.value.code;
    const clerk = await askedForMore();
    const page = await clerk.get(dossier());
    expect(page.text).not.toContain("Nhập phần bổ sung");
    const { _csrf = "" } = (await clerk.get("/can-bo/tai-quay")).forms[0]?.fields ?? {};
    expect((await clerk.post(dossier("nhan-bo-sung"), { _csrf })).status).toBe(403);
    expect((await clerk.get(dossier("rut"))).status).toBe(409);
  });
});
