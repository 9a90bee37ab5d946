import { beforeEach, expect, it } from "vitest";
import { deskShop, sampleOf, type DeskShop } from "../testing/desk-shop.ts";
import type { HtmlForm } from "../testing/html-form.ts";
import { testOffice } from "../testing/test-office.ts";
import { pageVisitor, type PageVisitor } from "../testing/page-visitor.ts";

const UNIT = "H20.058";
let shop: DeskShop;
let code: string;

const dossier = (page?: string) => `/can-bo/ho-so/${code}${page === undefined ? "" : `/${page}`}`;
const state = async () => {
  const stored = await shop.ports.dossiers.load(code);
  if (stored === undefined) throw new Error("no dossier");
  return stored.state;
};
const taskOf = async (step: string) => Object.values((await state()).tasks).find((task) => task.step === step)?.id ?? "";

async function as(role: string, unit = UNIT): Promise<PageVisitor> {
  const { sessions, clock } = shop.ports;
  return pageVisitor(shop.app, { sessions, clock, sub: await shop.officer(unit, role) });
}

async function formOf(visitor: PageVisitor, path: string, task?: string): Promise<HtmlForm> {
  const page = await visitor.get(path);
  const form = page.forms.find(({ fields }) => fields["_viec"] !== undefined && (task === undefined || fields["_viec"] === task));
  if (form === undefined) throw new Error(`no form on ${path}: ${page.status}`);
  return form;
}

async function decide(role: string, step: string, outcome: string): Promise<void> {
  const visitor = await as(role);
  await visitor.send(await formOf(visitor, dossier(), await taskOf(step)), {}, { name: "outcome", value: outcome });
}

const send = { name: "send", value: "1" };
const nameIn = (form: HtmlForm, end: string) => form.names.find((name) => name.endsWith(end)) ?? "";

beforeEach(async () => {
  shop = deskShop();
  const { sample, module } = sampleOf("07-a");
  code = await shop.submit(sample, module);
  await decide("can_bo_tiep_nhan", "tiep_nhan", "accept");
  await decide("lanh_dao_phong", "phan_cong", "da_phan_cong");
});

async function ask(day: string): Promise<number> {
  const expert = await as("cong_chuc_thu_ly");
  const path = dossier(`gia-han?viec=${encodeURIComponent(await taskOf("tham_dinh"))}`);
  expect((await expert.get(dossier())).html).toContain(path.replaceAll("&", "&amp;"));
  const form = await formOf(expert, path);
  const page = await expert.send(form, { [nameIn(form, ".ngay")]: day, [nameIn(form, ".thang")]: "12", [nameIn(form, ".nam")]: "2026", [nameIn(form, "reason")]: "Chờ kết quả đo đạc" }, send);
  return page.status;
}

it("lets an officer ask for more time and a leader approve it, each on a page that says what follows", async () => {
  const { due } = await state();
  expect(await ask("15")).toBe(303);
  expect((await state()).due).toBe(due);
  const leader = await as("lanh_dao_ubnd");
  expect((await leader.get("/can-bo")).text).toContain("Duyệt gia hạn thời gian giải quyết");
  const page = await leader.get(dossier());
  expect(page.text).toContain("17:00 ngày 15/12/2026");
  expect(page.text).toContain("Chờ kết quả đo đạc");
  const form = await formOf(leader, dossier(`duyet-gia-han?viec=${encodeURIComponent(await taskOf("@extension"))}`));
  expect((await leader.send(form, {}, send)).status).toBe(303);
  expect(await state()).toMatchObject({ due: "2026-12-15T17:00:00+07:00", firstDue: due });
});

it("lets a leader say no, with a reason", async () => {
  await ask("15");
  const leader = await as("lanh_dao_ubnd");
  const form = await formOf(leader, dossier(`khong-duyet-gia-han?viec=${encodeURIComponent(await taskOf("@extension"))}`));
  expect((await leader.send(form, {}, send)).status).toBe(422);
  expect((await leader.send(form, { [nameIn(form, "reason")]: "Còn kịp" }, send)).status).toBe(303);
  expect((await state()).extension).toBeUndefined();
});

it("refuses a day that does not exist at its field, and keeps the reason", async () => {
  expect(await ask("32")).toBe(422);
  expect((await state()).extension).toBeUndefined();
});

it("sends a result that waits to be handed over back to be signed again", async () => {
  const { sample, module } = sampleOf("04-a");
  code = await shop.submit(sample, module);
  await testOffice(shop, code).work(({ finishedAt }) => finishedAt !== undefined);
  const { receivingUnit } = await state();
  const clerk = await as("can_bo_tiep_nhan", receivingUnit);
  const form = await formOf(clerk, dossier(`dinh-chinh?viec=${encodeURIComponent(await taskOf("tra_ket_qua"))}`));
  expect((await clerk.send(form, {}, send)).status).toBe(422);
  expect((await clerk.send(form, { [nameIn(form, "reason")]: "Sai số nhà" }, send)).status).toBe(303);
  expect(await state()).toMatchObject({ phase: "processing", position: { step: "ky" } });
});
