import { beforeEach, describe, expect, it } from "vitest";
import { withValueAt } from "../form/json-pointer.ts";
import { actForm, deskHands, PRESS, type DeskHands } from "../testing/desk-hands.ts";
import { deskShop, sampleOf, type DeskShop } from "../testing/desk-shop.ts";
import { testOffice } from "../testing/test-office.ts";

const UNIT = "H20.058";
let shop: DeskShop;
let code: string;
let desk: DeskHands;

async function file(sampleId: string): Promise<void> {
  shop = deskShop();
  const { sample, module } = sampleOf(sampleId);
  code = await shop.submit(sample, module);
  desk = deskHands(shop, code, sample.receivingUnit ?? UNIT);
}

describe("fees", () => {
  beforeEach(() => file("07-a"));

  const dueFee = async () => {
    const found = Object.entries((await desk.state()).payments ?? {}).find(([, { state }]) => state === "due");
    if (found === undefined) throw new Error("nothing is due");
    return { fee: found[0], vnd: found[1].vnd ?? 0 };
  };
  const page = (name: string, fee: string) => desk.path(`${name}?viec=${fee}`);

  it("says what is due, records what was paid at the counter by its receipt, once it was looked at, and says it then", async () => {
    const { fee, vnd } = await dueFee();
    const clerk = await desk.as("can_bo_tiep_nhan");
    const before = await clerk.get(desk.path());
    expect(before.text).toContain(`Chưa thu: ${new Intl.NumberFormat("vi-VN").format(vnd)} đồng`);
    expect(before.html).toContain(page("thu-phi", fee));
    const form = actForm(await clerk.get(page("thu-phi", fee)));
    const empty = await clerk.send(form, {}, PRESS.send);
    expect(empty.status).toBe(422);
    expect(empty.html).toContain('href="#o-thu-phi-receipt"');
    const check = await clerk.send(form, { "thu-phi.receipt": "BL-<b>7</b>" }, PRESS.send);
    expect(check.text).toContain("kiểm tra lại");
    expect(check.html).not.toContain("<b>7</b>");
    expect((await dueFee()).fee).toBe(fee);
    const back = await clerk.send(actForm(check), {}, PRESS.stay);
    expect(actForm(back).fields["thu-phi.receipt"]).toBe("BL-<b>7</b>");
    expect(await clerk.send(actForm(check), {}, PRESS.confirm)).toMatchObject({ status: 303, location: desk.path() });
    expect((await desk.state()).payments?.[fee]).toMatchObject({ state: "paid", vnd, receipt: "BL-<b>7</b>" });
    // The same page once more is the same act.
    expect((await clerk.send(actForm(check), {}, PRESS.confirm)).status).toBe(303);
    const after = await clerk.get(desk.path());
    expect(after.text).toContain(`Đã thu ${new Intl.NumberFormat("vi-VN").format(vnd)} đồng`);
    expect(after.html).not.toContain(page("thu-phi", fee));
    expect((await clerk.get(page("thu-phi", fee))).status).toBe(409);
  });

  it("waives with a reason that officers read and the applicant does not", async () => {
    const { fee } = await dueFee();
    const clerk = await desk.as("can_bo_tiep_nhan");
    const form = actForm(await clerk.get(page("mien-phi", fee)));
    expect((await clerk.send(form, { "ly-do.reason": "   " }, PRESS.send)).status).toBe(422);
    const check = await clerk.send(form, { "ly-do.reason": "Hộ nghèo, số 12/XN" }, PRESS.send);
    expect((await clerk.send(actForm(check), {}, PRESS.confirm)).status).toBe(303);
    expect((await desk.state()).payments?.[fee]).toMatchObject({ state: "waived" });
    const seen = await clerk.get(desk.path());
    expect(seen.text).toContain("Được miễn lúc 08:00 ngày 05/10/2026");
    expect(seen.text).toContain("Hộ nghèo, số 12/XN");
  });

  it("offers neither to an officer who does not take dossiers in, nor takes it from them", async () => {
    const { fee } = await dueFee();
    const stamp = await desk.as("van_thu");
    expect((await stamp.get(desk.path())).html).not.toContain("thu-phi");
    const refused = await stamp.get(page("thu-phi", fee));
    expect(refused.status).toBe(409);
    const clerk = await desk.as("can_bo_tiep_nhan");
    const form = actForm(await clerk.get(page("thu-phi", fee)));
    const { _csrf = "" } = (await stamp.get("/can-bo/tai-quay")).forms[0]?.fields ?? {};
    await stamp.post(form.action, { ...form.fields, _csrf, "thu-phi.receipt": "BL-1", send: "2" });
    expect((await dueFee()).fee).toBe(fee);
  });

  it("opens no page for a fee the dossier does not have", async () => {
    const clerk = await desk.as("can_bo_tiep_nhan");
    for (const fee of ["khong_co", "", "__proto__"]) expect((await clerk.get(page("thu-phi", fee))).status).toBe(409);
  });
});

describe("the receipt of a pay step", () => {
  it("is kept with what was paid", async () => {
    await file("04-a");
    await desk.decide("can_bo_tiep_nhan", "tiep_nhan", "accept");
    const pay = Object.values((await desk.state()).tasks).find(({ assignee }) => assignee.kind === "role");
    const clerk = await desk.as(pay?.assignee.kind === "role" ? pay.assignee.role : "");
    const form = actForm(await clerk.get(desk.path()), pay?.id);
    const receipt = form.names.find((name) => name.endsWith(".receipt")) ?? "";
    expect((await clerk.send(form, { [receipt]: "BL-000009" }, { name: "outcome", value: "paid" })).status).toBe(303);
    expect(Object.values((await desk.state()).payments ?? {}).map((payment) => payment.receipt)).toContain("BL-000009");
  });
});

describe("a withdrawal after acceptance", () => {
  beforeEach(async () => {
    await file("07-a");
    const clerk = await desk.as("can_bo_tiep_nhan");
    const [fee = ""] = Object.keys((await desk.state()).payments ?? {});
    const check = await clerk.send(actForm(await clerk.get(desk.path(`thu-phi?viec=${fee}`))), { "thu-phi.receipt": "BL-1" }, PRESS.send);
    await clerk.send(actForm(check), {}, PRESS.confirm);
    await desk.decide("can_bo_tiep_nhan", "tiep_nhan", "accept");
    await clerk.send(actForm(await clerk.get(desk.path("rut"))), {}, PRESS.send);
  });

  it("waits at the desk to be closed: papers back, money back, and then says what was refunded", async () => {
    const clerk = await desk.as("can_bo_tiep_nhan");
    const paid = Object.values((await desk.state()).payments ?? {})[0]?.vnd ?? 0;
    expect((await clerk.get(desk.path())).text).toContain("Hoàn tất việc rút hồ sơ");
    const form = actForm(await clerk.get(desk.path("xac-nhan-rut")));
    expect(form.fields["rut.refundVnd"]).toBe(String(paid));
    const papers: Readonly<Record<string, string>> = form.names.includes("rut.papersReturned") ? { "rut.papersReturned": "true" } : {};
    const more = await clerk.send(form, { ...papers, "rut.refundVnd": String(paid + 1) }, PRESS.send);
    expect(more.status).toBe(422);
    expect(more.html).toContain('href="#o-rut-refundVnd"');
    expect((await clerk.send(form, { ...papers, "rut.refundVnd": "nhiều" }, PRESS.send)).text).toContain("phải là số tiền");
    const check = await clerk.send(form, { ...papers, "rut.refundVnd": String(paid) }, PRESS.send);
    expect(check.text).toContain("không sửa lại được");
    expect((await desk.state()).withdrawalConfirmed).toBeUndefined();
    expect((await clerk.send(actForm(check), {}, PRESS.confirm)).status).toBe(303);
    expect(await desk.state()).toMatchObject({ withdrawalConfirmed: true, refundVnd: paid, nationalStatus: 8 });
    const after = await clerk.get(desk.path());
    expect(after.text).toContain(`Đã hoàn lại ${new Intl.NumberFormat("vi-VN").format(paid)} đồng`);
    expect(after.text).not.toContain("Hoàn tất việc rút hồ sơ");
    expect((await clerk.get(desk.path("xac-nhan-rut"))).status).toBe(409);
  });

  it("is taken back at the counter, and the dossier goes on", async () => {
    const clerk = await desk.as("can_bo_tiep_nhan");
    expect((await clerk.get(desk.path())).html).toContain(desk.path("khong-rut-nua"));
    const form = actForm(await clerk.get(desk.path("khong-rut-nua")));
    expect((await clerk.send(form, {}, PRESS.send)).status).toBe(303);
    expect((await desk.state()).phase).toBe("processing");
    expect((await clerk.get(desk.path("khong-rut-nua"))).status).toBe(409);
  });

  it("is closed only by the unit that took the dossier in", async () => {
    expect((await (await desk.as("lanh_dao_ubnd")).get(desk.path("xac-nhan-rut"))).status).toBe(409);
  });
});

describe("a due date moved by a decision", () => {
  beforeEach(async () => {
    await file("07-a");
    await desk.decide("can_bo_tiep_nhan", "tiep_nhan", "accept");
  });
  const filled = { "hen.decision": "QĐ 12/QĐ-UBND ngày 05/10/2026", "hen.due.day.ngay": "20", "hen.due.day.thang": "11", "hen.due.day.nam": "2026", "hen.due.time": "17:00" };

  it("shows both dates before anything moves, and keeps the first one", async () => {
    const { due } = await desk.state();
    const leader = await desk.as("lanh_dao_ubnd");
    expect((await leader.get(desk.path())).html).toContain(desk.path("dieu-chinh-hen"));
    const form = actForm(await leader.get(desk.path("dieu-chinh-hen")));
    expect(form.fields["hen.due.time"]).toBe("17:00");
    const check = await leader.send(form, filled, PRESS.send);
    expect(check.text).toContain("Ngày hẹn mới 17:00 ngày 20/11/2026");
    expect(check.text).toMatch(/Ngày hẹn đang có hiệu lực \d\d:\d\d ngày/);
    expect((await desk.state()).due).toBe(due);
    expect((await leader.send(actForm(check), {}, PRESS.confirm)).status).toBe(303);
    expect(await desk.state()).toMatchObject({ due: "2026-11-20T17:00:00+07:00", firstDue: due });
    expect((await leader.get(desk.path())).text).toMatch(/do lịch làm việc thay đổi: từ \d\d:\d\d ngày \d\d\/\d\d\/2026 thành 17:00 ngày 20\/11\/2026/);
  });

  it.each([
    ["a day that does not exist", { "hen.due.day.ngay": "31" }, "#o-hen-due-day"],
    ["a time that is none", { "hen.due.time": "chiều" }, "#o-hen-due-time"],
    ["a day that has passed", { "hen.due.day.thang": "9" }, "#o-hen-due-day"],
    ["no decision", { "hen.decision": " " }, "#o-hen-decision"],
  ])("refuses %s at its field", async (_, wrong, href) => {
    const leader = await desk.as("lanh_dao_ubnd");
    const page = await leader.send(actForm(await leader.get(desk.path("dieu-chinh-hen"))), { ...filled, ...wrong }, PRESS.send);
    expect(page.status).toBe(422);
    expect(page.html).toContain(`href="${href}"`);
    expect(page.html).toContain(`id="${href.slice(1)}"`);
  });

  it("is nobody's who does not sign", async () => {
    const clerk = await desk.as("can_bo_tiep_nhan");
    expect((await clerk.get(desk.path())).html).not.toContain("dieu-chinh-hen");
    expect((await clerk.get(desk.path("dieu-chinh-hen"))).status).toBe(409);
  });
});

describe("a result that goes by post", () => {
  it("is handed to the post by its number, once, and a correction is offered no more", async () => {
    await file("04-a");
    await testOffice(shop, code).work(({ finishedAt }) => finishedAt !== undefined);
    const clerk = await desk.as("can_bo_tiep_nhan");
    const path = desk.path(`gui-buu-chinh?viec=${encodeURIComponent(await desk.task("tra_ket_qua"))}`);
    expect((await clerk.get(desk.path())).html).toContain(path);
    const form = actForm(await clerk.get(path));
    expect((await clerk.send(form, {}, PRESS.send)).status).toBe(422);
    expect((await clerk.send(form, { "buu-gui.tracking": "EB123456789VN" }, PRESS.send)).status).toBe(303);
    const after = await clerk.get(desk.path());
    expect(after.text).toContain("EB123456789VN");
    expect(after.html).not.toContain("gui-buu-chinh");
    expect(after.html).not.toContain("dinh-chinh");
  });
});

describe("what the applicant thought of it", () => {
  it("is read at the desk, in words, with what they wrote", async () => {
    shop = deskShop();
    const { sample, module } = sampleOf("04-a");
    const { documents, answers = {}, receivingUnit = "" } = sample;
    const form = withValueAt(sample.form, "/nguoi_yeu_cau/dien_thoai", "0900000001");
    const receipt = await shop.handlers.submit({ sub: "cong-dan" }, { procedure: module.procedure.code, channel: "online", receivingUnit, form, documents, answers, resultBy: "counter" }, shop.ports.random(16));
    if (!receipt.ok) throw new Error(receipt.problems.map((problem) => `${problem.code} ${problem.pointer}`).join());
    code = receipt.value.code;
    desk = deskHands(shop, code, receivingUnit);
    await testOffice(shop, code).work(({ finishedAt }) => finishedAt !== undefined);
    const clerk = await desk.as("can_bo_tiep_nhan");
    const task = await desk.task("tra_ket_qua");
    await clerk.send(actForm(await clerk.get(desk.path()), task), {}, { name: "outcome", value: "returned" });
    await shop.handlers.act({ sub: "cong-dan" }, code, { act: "rate", score: 4, comment: "Nhanh, lịch sự" }, shop.ports.random(16));
    const page = await clerk.get(desk.path());
    expect(page.text).toContain("4 trên 5: Hài lòng");
    expect(page.text).toContain("Nhanh, lịch sự");
  });
});

describe("a refund the law asks for", () => {
  it("is the least that closes a withdrawal, and the page says so", async () => {
    await file("07-a");
    const clerk = await desk.as("can_bo_tiep_nhan");
    const [fee = ""] = Object.keys((await desk.state()).payments ?? {});
    const check = await clerk.send(actForm(await clerk.get(desk.path(`thu-phi?viec=${fee}`))), { "thu-phi.receipt": "BL-1" }, PRESS.send);
    await clerk.send(actForm(check), {}, PRESS.confirm);
    await desk.decide("can_bo_tiep_nhan", "tiep_nhan", "accept");
    await clerk.send(actForm(await clerk.get(desk.path("rut"))), {}, PRESS.send);
    // As a fee that is refundable stands once the dossier has ended without its result.
    const stored = await shop.ports.dossiers.load(code);
    const paid = stored?.state.payments?.[fee];
    const owing = stored && paid ? { ...stored, state: { ...stored.state, payments: { [fee]: { ...paid, state: "refund-due" as const } } } } : undefined;
    shop.ports.dossiers.load = async () => owing;
    const form = actForm(await clerk.get(desk.path("xac-nhan-rut")));
    expect((await clerk.get(desk.path("xac-nhan-rut"))).text).toContain("Phải hoàn ít nhất 75.000 đồng");
    const less = await clerk.send(form, { "rut.refundVnd": "0" }, PRESS.send);
    expect(less.status).toBe(422);
    expect(less.html).toContain('href="#o-rut-refundVnd"');
    expect((await clerk.send(form, {}, PRESS.send)).text).toContain("Hoàn lại 75.000 đồng");
  });
});
