import { beforeEach, describe, expect, it } from "vitest";
import { deskHands, type DeskHands } from "../testing/desk-hands.ts";
import { deskShop, sampleOf, type DeskShop } from "../testing/desk-shop.ts";
import type { HtmlForm } from "../testing/html-form.ts";
import type { SeenPage } from "../testing/page-visitor.ts";

let shop: DeskShop;
let codes: string[];
let desk: DeskHands;

const formTo = (page: SeenPage, end: string): HtmlForm => {
  const form = page.forms.find(({ action }) => action.endsWith(end));
  if (form === undefined) throw new Error(`no form to ${end}: ${page.status} ${page.text.slice(0, 300)}`);
  return form;
};
const phaseOf = async (code: string) => Object.values((await shop.ports.dossiers.load(code))?.state.tasks ?? {}).map(({ step }) => step);

beforeEach(async () => {
  shop = deskShop();
  const { sample, module } = sampleOf("07-a");
  codes = [];
  for (let count = 0; count < 4; count += 1) codes.push(await shop.submit(sample, module));
  for (const code of codes) {
    desk = deskHands(shop, code);
    await desk.decide("can_bo_tiep_nhan", "tiep_nhan", "accept");
  }
});

describe("several tasks at once", () => {
  const whole = { name: "ca_trang", value: "1" };

  it("are shown before anything is done, and each is recorded as its own act", async () => {
    const head = await desk.as("lanh_dao_phong");
    const form = formTo(await head.get("/can-bo"), "/nhieu-viec");
    const check = await head.send(form, {}, whole);
    expect(check.status).toBe(200);
    for (const code of codes) expect(check.text).toContain(code);
    expect(await Promise.all(codes.map(phaseOf))).toEqual(codes.map(() => ["phan_cong"]));
  });

  it("are done by the button of an outcome, once however often it is sent", async () => {
    const head = await desk.as("lanh_dao_phong");
    const check = await head.send(formTo(await head.get("/can-bo"), "/nhieu-viec"), {}, whole);
    const outcome = formTo(check, "/nhieu-viec").buttons.find(({ name }) => name === "outcome");
    expect(outcome?.text).toContain("4 hồ sơ");
    const fields = sentFields(check, outcome?.value ?? "");
    for (let time = 0; time < 2; time += 1) {
      expect(await head.post("/can-bo/nhieu-viec", fields)).toMatchObject({ status: 303, location: "/can-bo" });
      expect((await head.get("/can-bo")).text).toContain("Đã ghi nhận 4 hồ sơ.");
    }
    expect(await Promise.all(codes.map(phaseOf))).toEqual(codes.map(() => ["tham_dinh", "lay_y_kien"]));
    const batches = (await shop.ports.dossiers.log(codes[0] ?? "")).map((body) => (JSON.parse(body) as { readonly command: string }).command);
    expect(batches.filter((command) => command === "complete-task")).toHaveLength(2);
  });

  it("say which were not done, and why, and do the others", async () => {
    const head = await desk.as("lanh_dao_phong");
    const check = await head.send(formTo(await head.get("/can-bo"), "/nhieu-viec"), {}, whole);
    await desk.decide("lanh_dao_phong", "phan_cong", "da_phan_cong");
    const outcome = formTo(check, "/nhieu-viec").buttons.find(({ name }) => name === "outcome");
    const done = await head.post("/can-bo/nhieu-viec", sentFields(check, outcome?.value ?? ""));
    expect(done.status).toBe(409);
    expect(done.text).toContain("Đã ghi nhận 3 trên 4 hồ sơ");
    expect(done.html).toContain(`<a href="/can-bo/ho-so/${codes.at(-1)}">`);
  });

  it("leave out what has to be looked at alone, and what is not the officer's", async () => {
    const clerk = await desk.as("can_bo_tiep_nhan");
    const { sample, module } = sampleOf("07-a");
    const [one, two] = [await shop.submit(sample, module), await shop.submit(sample, module)];
    const intake = await clerk.send(formTo(await clerk.get("/can-bo"), "/nhieu-viec"), {}, whole);
    expect(intake.text).toContain("2 việc không xử lý cùng lúc được");
    expect(intake.forms.some(({ action }) => action.endsWith("/nhieu-viec"))).toBe(false);
    expect(await Promise.all([one, two].map(phaseOf))).toEqual([["tiep_nhan"], ["tiep_nhan"]]);
    const { _csrf = "" } = formTo(await clerk.get("/can-bo"), "/nhieu-viec").fields;
    const foreign = await clerk.post("/can-bo/nhieu-viec", { _csrf, ca_trang: "1", cac_viec: codes.map((code) => `${code} phan_cong@2`).join("\n") });
    expect(foreign.text).toContain("4 việc không xử lý cùng lúc được");
    await clerk.post("/can-bo/nhieu-viec", { _csrf, ca_trang: "1", cac_viec: codes.map((code) => `${code} phan_cong@2`).join("\n"), outcome: "da_phan_cong", _khoa: "x" });
    expect(await Promise.all(codes.map(phaseOf))).toEqual(codes.map(() => ["phan_cong"]));
  });

  it("ask for a choice where nothing was chosen", async () => {
    const head = await desk.as("lanh_dao_phong");
    const form = formTo(await head.get("/can-bo"), "/nhieu-viec");
    expect(await head.send({ ...form, fields: { _csrf: form.fields["_csrf"] ?? "" } }, {}, undefined)).toMatchObject({ status: 303, location: "/can-bo" });
    expect((await head.get("/can-bo")).text).toContain("Chưa chọn việc nào");
  });

  /** What a browser sends of the page that shows what will be done: every task has an input of the same name. */
  function sentFields(page: SeenPage, outcome: string): Readonly<Record<string, string>> {
    const values = [...page.html.matchAll(/name="viec" value="([^"]+)"/g)].map(([, value = ""]) => value);
    const { _csrf = "", _khoa = "" } = formTo(page, "/nhieu-viec").fields;
    return { _csrf, _khoa, outcome, ca_trang: "1", cac_viec: values.join("\n") };
  }
});

describe("looking for a dossier among one's own work", () => {
  const search = async (role: string, text: string, unit?: string) => {
    const visitor = await desk.as(role, unit);
    const sent = await visitor.send(formTo(await visitor.get("/can-bo"), "/tim"), { tim: text });
    return { sent, page: sent.location === "/can-bo/tim" ? await visitor.get("/can-bo/tim") : sent };
  };

  it("finds the owner whatever the diacritics, and never puts the name into an address", async () => {
    for (const text of ["nguyen van thu", "NGUYỄN VĂN", "thử nghiệm nguyễn", "Nguyê\u0303n"]) {
      const { sent, page } = await search("lanh_dao_phong", text);
      expect(sent).toMatchObject({ status: 303, location: "/can-bo/tim" });
      expect(page.text).toContain("4 việc phù hợp");
      expect(page.text).toContain("NGUYỄN VĂN THỬ NGHIỆM");
    }
    expect((await search("lanh_dao_phong", "trần")).page.text).toContain("Không có việc nào phù hợp");
  });

  it("finds by a part of a code, and opens a whole one", async () => {
    const [code = ""] = codes;
    expect((await search("lanh_dao_phong", code.slice(-4))).page.text).toContain("1 việc phù hợp");
    expect((await search("lanh_dao_phong", ` ${code.toLowerCase()} `)).sent).toMatchObject({ status: 303, location: `/can-bo/ho-so/${code}` });
  });

  it("finds nothing that is not in the officer's worklist", async () => {
    expect((await search("van_thu", "nguyen")).page.text).toContain("Không có việc nào phù hợp");
    expect((await search("lanh_dao_phong", "nguyen", "H20.002")).page.text).toContain("Không có việc nào phù hợp");
    const citizen = await shop.handlers.findWork({ sub: "cong-dan" }, "nguyen");
    expect(citizen.ok ? "" : citizen.problems[0]?.code).toBe("not-an-officer");
  });
});
