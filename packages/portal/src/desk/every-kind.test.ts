import type { OpenedTask } from "@motcua/dossier";
import type { Sample } from "@motcua/procedure";
import { describe, expect, it } from "vitest";
import { deskShop, sampleOf, type DeskShop } from "../testing/desk-shop.ts";
import type { HtmlForm } from "../testing/html-form.ts";
import { pageVisitor, type SeenPage } from "../testing/page-visitor.ts";

const MOST_STEPS = 40;

/** What an officer in a hurry fills in where a record asks for something. */
const RECORDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  kiem_tra_thuc_dia: { "ngay_kiem_tra.ngay": "15", "ngay_kiem_tra.thang": "10", "ngay_kiem_tra.nam": "2026", dung_hien_trang: "true" },
};

/** Who does a task: an officer of its role, somebody of the unit asked, the intake officer in place of an applicant at the counter. */
async function doerOf(shop: DeskShop, task: OpenedTask, sample: Sample): Promise<string> {
  const { assignee } = task;
  if (assignee.kind === "role") return shop.officer(assignee.unit, assignee.role);
  if (assignee.kind === "unit") return shop.officer(assignee.unit, "co_quan_phoi_hop");
  return shop.officer(sample.receivingUnit ?? "", "can_bo_tiep_nhan");
}

function filledIn(form: HtmlForm, step: string): Readonly<Record<string, string>> {
  const prefix = form.names.find((name) => name.endsWith(".note"))?.slice(0, -".note".length) ?? "";
  return Object.fromEntries(Object.entries(RECORDS[step] ?? {}).map(([name, value]) => [`${prefix}.record.${name}`, value]));
}

/** Does everything that is open, by forms alone, until the dossier has ended; the kinds of step met on the way. */
async function driven(shop: DeskShop, code: string, of: { readonly sample: Sample; readonly choose?: Readonly<Record<string, string[]>> }): Promise<readonly string[]> {
  const met: string[] = [];
  for (let count = 0; count < MOST_STEPS; count += 1) {
    await shop.connect(code);
    const { state } = (await shop.ports.dossiers.load(code)) ?? {};
    const [task] = Object.values(state?.tasks ?? {});
    if (task === undefined) return met;
    const module = await shop.ports.catalogue.load(state?.procedure ?? "", state?.version ?? "");
    met.push(module?.procedure.workflow.steps[task.step]?.kind ?? "");
    const visitor = await pageVisitor(shop.app, { sessions: shop.ports.sessions, clock: shop.ports.clock, sub: await doerOf(shop, task, of.sample) });
    const page = await visitor.get(`/can-bo/ho-so/${code}`);
    const form = page.forms.find(({ fields }) => fields["_viec"] === task.id);
    if (form === undefined) throw new Error(`no form for ${task.id}: ${page.status}`);
    const wanted = of.choose?.[task.step]?.shift();
    const button = form.buttons.find(({ name, value }) => ["outcome", "answer"].includes(name) && (wanted === undefined || value === wanted));
    const done = await visitor.send(form, filledIn(form, task.step), button);
    if (done.status !== 303) throw new Error(`${task.id}: ${done.status} ${done.text.slice(0, 600)}`);
  }
  throw new Error("the dossier does not end");
}

describe("a dossier is taken to its result by HTML forms alone", () => {
  it.each([
    { code: "1.013225", sample: "07-b", kinds: ["intake", "task", "consult", "inspect", "sign", "seal", "return"] },
    { code: "2.000635", sample: "04-a", kinds: ["intake", "pay", "task", "sign", "seal", "return"] },
    { code: "1.001193", sample: "01-a", kinds: ["intake", "task", "sign", "seal", "return"] },
    { code: "1.004873", sample: "03-a", kinds: ["intake", "task", "confirm", "sign", "seal", "return"] },
  ])("$code meets $kinds", async ({ sample: name, kinds }) => {
    const shop = deskShop();
    const { sample, module } = sampleOf(name);
    const code = await shop.submit(sample, module);
    const met = await driven(shop, code, { sample });
    expect(kinds.filter((kind) => !met.includes(kind))).toEqual([]);
    expect((await shop.ports.dossiers.load(code))?.state).toMatchObject({ phase: "returned", nationalStatus: 10 });
  });

  it("records an objection to a posting, with its reason, and the dossier is refused", async () => {
    const shop = deskShop();
    const { sample, module } = sampleOf("01-d");
    const code = await shop.submit(sample, module);
    const posting = Object.values((await shop.ports.dossiers.load(code))?.state.tasks ?? {})[0];
    expect(posting?.assignee.kind).toBe("clock");
    const state = (await shop.ports.dossiers.load(code))?.state;
    const visitor = await pageVisitor(shop.app, { sessions: shop.ports.sessions, clock: shop.ports.clock, sub: await shop.officer(state?.competentUnit ?? "", "cong_chuc_thu_ly") });
    const seen = await visitor.get(`/can-bo/ho-so/${code}`);
    expect(seen.text).toContain("Hết thời hạn mà không ai phản đối, hồ sơ tự chuyển sang bước sau");
    expect(seen.text).toContain("Còn lại 7 ngày");
    expect(seen.text).toMatch(/Niêm yết việc trẻ bị bỏ rơi: bắt đầu, đến \d\d:\d\d ngày \d\d\/\d\d\/2026/);
    const formAt = (page: SeenPage) => page.forms.find(({ fields }) => fields["_viec"] === posting?.id) ?? { action: "", fields: {}, names: [], buttons: [] };
    const form = formAt(await visitor.get(`/can-bo/ho-so/${code}/phan-doi?viec=${encodeURIComponent(posting?.id ?? "")}`));
    expect((await visitor.send(form, {}, { name: "send", value: "1" })).status).toBe(422);
    const check = await visitor.send(form, { "phan-doi.note": "Có người nhận là cha của trẻ" }, { name: "send", value: "1" });
    expect(check.text).toContain("hồ sơ kết thúc, không có kết quả");
    expect((await shop.ports.dossiers.load(code))?.state.phase).toBe("submitted");
    expect((await visitor.send(formAt(check), {}, { name: "send", value: "2" })).status).toBe(303);
    expect((await visitor.send(formAt(check), {}, { name: "send", value: "2" })).status).toBe(303);
    expect((await shop.ports.dossiers.load(code))?.state.phase).toBe("refused");
  });

  it("says at a wait for a reason of its own what it is for, and asks for no objection to a posting", async () => {
    const { sample, module } = sampleOf("01-d");
    const { procedure } = module;
    const waits = Object.entries(procedure.workflow.steps).flatMap(([id, step]) => (step.kind === "wait" ? [[id, step] as const] : []));
    const own = waits.map(([id, step]) => [id, { ...step, for: { vi: "Chờ cha mẹ thay đổi ý kiến" }, outcomes: { objected: { vi: "Đã thay đổi ý kiến" } } }] as const);
    const steps = { ...procedure.workflow.steps, ...Object.fromEntries(own) };
    const changed = { ...module, procedure: { ...procedure, workflow: { ...procedure.workflow, steps } } };
    const shop = deskShop(undefined, [changed]);
    const code = await shop.submit(sample, changed);
    const { state } = (await shop.ports.dossiers.load(code)) ?? {};
    const [task] = Object.values(state?.tasks ?? {});
    const visitor = await pageVisitor(shop.app, { sessions: shop.ports.sessions, clock: shop.ports.clock, sub: await shop.officer(state?.competentUnit ?? "", "cong_chuc_thu_ly") });
    const seen = await visitor.get(`/can-bo/ho-so/${code}`);
    expect(seen.text).toContain("Chờ cha mẹ thay đổi ý kiến. Hết thời hạn mà không ghi nhận “Đã thay đổi ý kiến”");
    const page = await visitor.get(`/can-bo/ho-so/${code}/phan-doi?viec=${encodeURIComponent(task?.id ?? "")}`);
    expect(page.text).toContain("Ghi nhận: Đã thay đổi ý kiến");
    expect(`${seen.text} ${page.text}`).not.toMatch(/phản đối niêm yết|ý kiến phản đối/i);
    const form = page.forms.find(({ fields }) => fields["_viec"] === task?.id) ?? { action: "", fields: {}, names: [], buttons: [] };
    const check = await visitor.send(form, { "phan-doi.note": "Mẹ trẻ đề nghị" }, { name: "send", value: "1" });
    expect(check.text).toContain("Thời gian chờ chấm dứt");
    const again = check.forms.find(({ fields }) => fields["_viec"] === task?.id) ?? form;
    expect((await visitor.send(again, {}, { name: "send", value: "2" })).status).toBe(303);
    expect((await shop.ports.dossiers.load(code))?.state.tasks).not.toHaveProperty(task?.id ?? "");
  });
});
