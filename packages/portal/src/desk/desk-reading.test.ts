import { beforeEach, describe, expect, it } from "vitest";
import { deskShop, sampleOf, type DeskShop } from "../testing/desk-shop.ts";
import type { HtmlForm } from "../testing/html-form.ts";
import { pageVisitor, type PageVisitor } from "../testing/page-visitor.ts";
import { SAMPLES, type CodedSample } from "../testing/real-shop.ts";
import { PDF } from "../testing/test-upload.ts";
import { submitWithFile } from "../testing/with-file.ts";

const UNIT = "H20.058";
const HOUSE = SAMPLES.find(({ id }) => id.startsWith("07-a")) as CodedSample;

let shop: DeskShop;
let code: string;
const dossier = (page?: string) => `/can-bo/ho-so/${code}${page === undefined ? "" : `/${page}`}`;

async function as(role: string, unit = UNIT): Promise<PageVisitor> {
  const { sessions, clock } = shop.ports;
  return pageVisitor(shop.app, { sessions, clock, sub: await shop.officer(unit, role) });
}

const stored = async () => {
  const found = await shop.ports.dossiers.load(code);
  if (found === undefined) throw new Error("no dossier");
  return found;
};

async function formOf(visitor: PageVisitor, step: string): Promise<HtmlForm> {
  const task = Object.values((await stored()).state.tasks).find((open) => open.step === step)?.id;
  const form = (await visitor.get(dossier())).forms.find(({ fields }) => fields["_viec"] === task);
  if (form === undefined) throw new Error(`no form for ${step}`);
  return form;
}

const named = (form: HtmlForm, end: string) => form.names.find((name) => name.endsWith(end)) ?? "";

async function decide(role: string, step: string, more: { readonly outcome: string; readonly note?: string; readonly answers?: Readonly<Record<string, string>> }) {
  const { receivingUnit, competentUnit } = (await stored()).state;
  const visitor = await as(role, role === "can_bo_tiep_nhan" ? receivingUnit : competentUnit);
  const form = await formOf(visitor, step);
  const answers = Object.fromEntries(Object.entries(more.answers ?? {}).map(([id, value]) => [named(form, `.answers.${id}`), value]));
  return visitor.send(form, { ...answers, ...(more.note === undefined ? {} : { [named(form, ".note")]: more.note }) }, { name: "outcome", value: more.outcome });
}

describe("a file of a dossier", () => {
  let sha256: string;

  beforeEach(async () => {
    shop = deskShop();
    ({ code, sha256 } = await submitWithFile(shop, { sub: "cong-dan" }, { ...HOUSE, document: "ban_ve_thiet_ke" }));
  });

  it("opens from the officer's page, at an address that nobody keeps and that tells nothing of where it was found", async () => {
    const clerk = await as("can_bo_tiep_nhan");
    const page = await clerk.get(dossier());
    expect(page.html).toContain(`href="${dossier(`tep/${sha256}`)}"`);
    const opened = await clerk.get(dossier(`tep/${sha256}`));
    expect(opened.status).toBe(303);
    expect(opened.headers.get("cache-control")).toBe("no-store");
    expect(opened.headers.get("referrer-policy")).toBe("no-referrer");
    const answer = shop.ports.files.open(opened.location);
    expect(answer.headers.get("content-disposition")).toBe('inline; filename="ban_ve_thiet_ke-1.pdf"');
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(PDF);
  });

  it("refuses officers of other units, and files the dossier does not have, alike", async () => {
    const foreign = await (await as("can_bo_tiep_nhan", "H20.002")).get(dossier(`tep/${sha256}`));
    const unknown = await (await as("can_bo_tiep_nhan")).get(dossier(`tep/${"0".repeat(64)}`));
    for (const page of [foreign, unknown]) expect(page).toMatchObject({ status: 404, location: "" });
  });

  it("asks who it is first, and comes back to the file", async () => {
    const { sessions, clock } = shop.ports;
    const page = await (await pageVisitor(shop.app, { sessions, clock })).get(dossier(`tep/${sha256}`));
    expect(page.location).toBe(`/dang-nhap?ve=${encodeURIComponent(dossier(`tep/${sha256}`))}`);
  });
});

describe("questions to officers", () => {
  beforeEach(async () => {
    shop = deskShop();
    code = await shop.submit(HOUSE.sample, sampleOf("07-a").module);
  });

  it("are asked with the task, answered or left, and the answers chosen the next time", async () => {
    const clerk = await as("can_bo_tiep_nhan");
    const form = await formOf(clerk, "tiep_nhan");
    const page = await clerk.get(dossier());
    expect(page.text).toContain("Nhà thuộc diện phải có kết quả thủ tục phòng cháy, chữa cháy?");
    expect(form.fields[named(form, ".answers.thuoc_dien_pccc")]).toBe("");
    await decide("can_bo_tiep_nhan", "tiep_nhan", { outcome: "accept", answers: { thuoc_dien_pccc: "false" } });
    expect((await stored()).personal?.answers).toEqual({ thuoc_dien_pccc: false });
    const next = await formOf(await as("lanh_dao_phong"), "phan_cong");
    expect(next.fields[named(next, ".answers.thuoc_dien_pccc")]).toBe("false");
    expect(next.fields[named(next, ".answers.trong_khu_di_tich")]).toBe("");
  });

  it("decide who is consulted", async () => {
    shop = deskShop();
    const { sample, module } = sampleOf("07-b");
    code = await shop.submit(sample, module);
    await decide("can_bo_tiep_nhan", "tiep_nhan", { outcome: "accept" });
    await decide("lanh_dao_phong", "phan_cong", { outcome: "da_phan_cong", answers: { thuoc_dien_pccc: "false" } });
    const asked = Object.values((await stored()).state.tasks).flatMap(({ assignee }) => (assignee.kind === "unit" ? [assignee.of] : []));
    expect(asked).toEqual(["quan_ly_ha_tang"]);
  });

  it("refuses a yes that asks for a paper nobody handed in, at the questions, and keeps what was chosen", async () => {
    const page = await decide("can_bo_tiep_nhan", "tiep_nhan", { outcome: "accept", answers: { thuoc_dien_pccc: "true" } });
    expect(page.status).toBe(422);
    expect(page.text).toContain("hồ sơ còn thiếu giấy tờ: Kết quả thực hiện thủ tục phòng cháy và chữa cháy");
    const form = page.forms.find(({ names }) => names.some((name) => name.endsWith(".answers.thuoc_dien_pccc")));
    const name = form === undefined ? "" : named(form, ".answers.thuoc_dien_pccc");
    expect(form?.fields[name]).toBe("true");
    expect(page.html).toContain(`href="#o-${name.replaceAll(".", "-")}"`);
    expect((await stored()).state.acceptedAt).toBeUndefined();
  });
});

describe("what officers wrote", () => {
  it("stands in the history at its line, escaped: notes, a consultation's answer, reasons", async () => {
    shop = deskShop();
    code = await shop.submit(HOUSE.sample, sampleOf("07-a").module);
    await decide("can_bo_tiep_nhan", "tiep_nhan", { outcome: "accept", note: "Đã xem <b>bản gốc</b>" });
    await decide("lanh_dao_phong", "phan_cong", { outcome: "da_phan_cong" });
    const consulted = await as("co_quan_phoi_hop", (await stored()).state.competentUnit);
    const form = await formOf(consulted, "lay_y_kien");
    expect((await consulted.send(form, { [named(form, ".note")]: "Không vướng hạ tầng\nđề nghị giữ lộ giới" }, { name: "answer", value: "agreed" })).status).toBe(303);
    const head = await as("lanh_dao_phong");
    const page = await head.get(dossier());
    expect(page.html).toContain('<p class="lines">Đã xem &lt;b&gt;bản gốc&lt;/b&gt;</p>');
    expect(page.html).toContain('<p class="lines">Không vướng hạ tầng\nđề nghị giữ lộ giới</p>');
  });
});
