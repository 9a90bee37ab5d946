import { beforeEach, expect, it } from "vitest";
import { actForm, deskHands, PRESS, type DeskHands } from "../testing/desk-hands.ts";
import { deskShop, sampleOf, type DeskShop } from "../testing/desk-shop.ts";

let shop: DeskShop;
let code: string;
let desk: DeskHands;

beforeEach(async () => {
  shop = deskShop();
  const { sample, module } = sampleOf("07-a");
  code = await shop.submit(sample, module);
  desk = deskHands(shop, code);
  await desk.decide("can_bo_tiep_nhan", "tiep_nhan", "accept");
});

const filled = {
  "vang.duty": "H20.058|lanh_dao_phong", "vang.decision": "GUQ 03/GUQ-KTHT ngày 05/10/2026",
  "vang.validFrom.ngay": "5", "vang.validFrom.thang": "10", "vang.validFrom.nam": "2026", "vang.validTo.ngay": "9", "vang.validTo.thang": "10", "vang.validTo.nam": "2026",
};

async function offered(): Promise<string> {
  const head = await desk.as("lanh_dao_phong");
  const sent = await head.send(actForm(await head.get("/can-bo/nhiem-vu")), filled, PRESS.send);
  expect(sent.status).toBe(303);
  expect((await head.get(sent.location)).text).toContain("Gửi đường dẫn này cho đồng nghiệp cùng đơn vị");
  return sent.location;
}

it("lets a colleague act for who is away, from the page alone, and says for whom in the history", async () => {
  const offer = await offered();
  const expert = await desk.as("cong_chuc_thu_ly");
  expect((await expert.get("/can-bo")).text).not.toContain(code);
  const page = await expert.get(offer);
  expect(page.text).toContain("Từ ngày 05/10/2026 đến hết ngày 09/10/2026");
  expect((await shop.handlers.memberships({ sub: "cong_chuc_thu_ly@H20.058" }))).toHaveLength(1);
  const accept = page.forms.find(({ action }) => action === offer);
  if (accept === undefined) throw new Error("nothing to take on");
  expect(await expert.send(accept, {})).toMatchObject({ status: 303, location: "/can-bo/nhiem-vu" });
  const duties = await expert.get("/can-bo/nhiem-vu");
  expect(duties.text).toContain("Đã nhận làm thay từ ngày 05/10/2026");
  expect(duties.text).toContain("thay lanh_dao_phong@H20.058");
  expect((await expert.get("/can-bo")).text).toContain(code);
  await expert.send(actForm(await expert.get(desk.path()), await desk.task("phan_cong")), {}, { name: "outcome", value: "da_phan_cong" });
  expect((await (await desk.as("can_bo_tiep_nhan")).get(desk.path())).text).toContain("làm thay người vắng mặt");
});

it("ends it once somebody was asked whether they are sure", async () => {
  const offer = await offered();
  const expert = await desk.as("cong_chuc_thu_ly");
  const accept = (await expert.get(offer)).forms.find(({ action }) => action === offer);
  if (accept === undefined) throw new Error("nothing to take on");
  await expert.send(accept, {});
  const { sessions, clock } = shop.ports;
  const { pageVisitor } = await import("../testing/page-visitor.ts");
  const head = await pageVisitor(shop.app, { sessions, clock, sub: "lanh_dao_phong@H20.058" });
  const listed = await head.get("/can-bo/nhiem-vu");
  expect(listed.text).toContain("cong_chuc_thu_ly@H20.058, từ ngày 05/10/2026 đến hết ngày 09/10/2026, theo GUQ 03/GUQ-KTHT ngày 05/10/2026");
  const end = listed.forms.find(({ action }) => action.endsWith("/thoi"));
  if (end === undefined) throw new Error("nothing to end");
  const asked = await head.send(end, {});
  expect(asked.text).toContain("Quyền làm thay chấm dứt ngay");
  expect(await shop.handlers.memberships({ sub: "cong_chuc_thu_ly@H20.058" })).toHaveLength(2);
  const sure = asked.forms.find(({ action }) => action.endsWith("/thoi"));
  if (sure === undefined) throw new Error("no question");
  expect((await head.send(sure, {}, { name: "chac", value: "1" })).status).toBe(303);
  expect(await shop.handlers.memberships({ sub: "cong_chuc_thu_ly@H20.058" })).toHaveLength(1);
  expect((await head.get("/can-bo/nhiem-vu")).text).toContain("(đã thôi ngày 05/10/2026)");
});

it("shows what is wrong at its field, and keeps what was typed", async () => {
  const head = await desk.as("lanh_dao_phong");
  const form = actForm(await head.get("/can-bo/nhiem-vu"));
  const empty = await head.send(form, {}, PRESS.send);
  expect(empty.status).toBe(422);
  for (const id of ["o-vang-duty", "o-vang-validFrom", "o-vang-validTo", "o-vang-decision"]) {
    expect(empty.html).toContain(`href="#${id}"`);
    expect(empty.html).toContain(`id="${id}"`);
  }
  const past = await head.send(form, { ...filled, "vang.validTo.thang": "9" }, PRESS.send);
  expect(past.status).toBe(422);
  expect(past.html).toContain('href="#o-vang-validTo"');
  expect(actForm(past).fields["vang.decision"]).toBe(filled["vang.decision"]);
  const foreign = await head.send(form, { ...filled, "vang.duty": "H20.002|lanh_dao_ubnd" }, PRESS.send);
  expect(foreign.html).toContain('href="#o-vang-duty"');
});

it("answers an offer of another unit as one that is gone", async () => {
  const offer = await offered();
  const stranger = await desk.as("can_bo_tiep_nhan", "H20.002");
  const [foreign, unknown] = [await stranger.get(offer), await stranger.get(`/can-bo/lam-thay/${"0".repeat(32)}`)];
  expect([foreign.status, unknown.status]).toEqual([404, 404]);
  expect(foreign.text).toBe(unknown.text);
});
