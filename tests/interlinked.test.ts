import { randomUUID } from "node:crypto";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { driveSample, meetsExpectation, openShop, findWorkspace, type Driven, type OpenShop, type ShopProcedure } from "@motcua/cli";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { root, sampleOf } from "./shop.ts";

const TAX = { code: "H20.950", name: { vi: "Cơ quan thuế thử nghiệm", en: "Tax office on trial" }, level: "province", agency: "tax" };

/** A procedure with everything a workflow can say beside the usual, run in a shop of its own: nothing is written for it but its files. */
describe("an interlinked procedure nobody has seen", () => {
  const project = mkdtempSync(join(tmpdir(), "motcua-interlinked-"));
  let shop: OpenShop;
  let procedure: ShopProcedure;
  beforeAll(async () => {
    cpSync(join(root, "schemas"), join(project, "schemas"), { recursive: true });
    cpSync(join(root, "examples/interlinked-procedure"), join(project, "schemas/procedures/thuong-mai/9.900002-cho-phien"), { recursive: true });
    const file = join(project, "schemas/provinces/dong-thap/province.json");
    const province = JSON.parse(readFileSync(file, "utf8")) as { readonly units: readonly object[] };
    writeFileSync(file, JSON.stringify({ ...province, units: [...province.units, TAX] }));
    const workspace = findWorkspace(project);
    if (workspace === undefined) throw new Error("no workspace");
    shop = await openShop(workspace, { data: join(project, "data") });
    const found = shop.procedures.find(({ code }) => code === "9.900002");
    if (found === undefined) throw new Error("the shop does not offer it");
    procedure = found;
  }, 300_000);
  afterAll(async () => {
    await shop.close();
    rmSync(project, { recursive: true, force: true });
  });

  const drive = async (prefix: string): Promise<Extract<Driven, { kind: "dossier" }>> => {
    const sample = sampleOf(procedure, prefix);
    const driven = await driveSample({ shop, procedure, sample });
    expect(meetsExpectation(sample, driven)).toEqual([]);
    if (driven.kind !== "dossier") throw new Error("refused");
    return driven;
  };

  it("ends with every result when all of its parts succeed, the part that does not apply left out", async () => {
    const { state } = await drive("01");
    expect(state.branches?.["lien_thong"]).toMatchObject({
      an_ninh: { status: "succeeded", procedure: "9.900003", late: false, holder: { of: "cong_an" } }, thue: { status: "succeeded", holder: { unit: TAX.code } }, niem_yet: { status: "left-out" },
    });
    expect(Object.keys(state.results).toSorted()).toEqual(["giay_phep", "phuong_an_an_ninh"]);
    expect(state.windows?.["ky_phat_hanh"]).toMatchObject({ late: false, closedAt: expect.any(String), due: expect.stringContaining("T17:00:00+07:00") });
    expect(state.results["giay_phep"]).toMatchObject({ validUntil: expect.stringMatching(/^\d{4}-\d\d-\d\d$/), notify: [{ party: "owner" }, { named: "cong_an", of: "cong_an" }] });
    expect(state.documents).toContainEqual({ id: "giay_to_tuy_than", presented: true });
  }, 120_000);

  it("ends with part of them when one fails, on the day that was agreed", async () => {
    const { state, printedDue } = await drive("02");
    expect(printedDue).toBe("2026-10-20T17:00:00+07:00");
    expect(state.agreed?.day).toBe("2026-10-20");
    expect(state.branches?.["lien_thong"]).toMatchObject({ an_ninh: { status: "failed" }, thue: { status: "succeeded" }, niem_yet: { status: "succeeded" } });
    expect(Object.keys(state.results)).toEqual(["giay_phep"]);
  }, 120_000);

  it("lets the parties come to terms after an objection, and tells why it waited", async () => {
    const { state } = await drive("05");
    expect(state.branches?.["lien_thong"]).toMatchObject({ niem_yet: { status: "succeeded" } });
    const seen = await (await shop.client("motcua")).dossier(state.code);
    const told = seen.ok ? seen.value.history.filter(({ text }) => text.vi.startsWith("Thời gian thương lượng")).map(({ text }) => text.vi) : [];
    expect(told).toEqual([expect.stringMatching(/^Thời gian thương lượng \(Chờ hai bên tự thương lượng\): bắt đầu, đến \d\d:\d\d ngày/), "Thời gian thương lượng: Hai bên đã thống nhất"]);
  }, 120_000);

  it("goes on with what the applicant told in time, and ends it by the sweep where they told nothing", async () => {
    const { state } = await drive("06");
    expect(state.outcomes["giai_trinh"]).toBe("da_giai_trinh");
    const { state: silent, steps } = await drive("07");
    expect([silent.outcomes["giai_trinh"], silent.phase]).toEqual(["khong_giai_trinh", "stopped"]);
    expect(steps.find(({ step }) => step === "giai_trinh")).toMatchObject({ who: "thời hạn" });
  }, 240_000);

  it("stops when none succeeds, and owes what was paid", async () => {
    const { state } = await drive("03");
    expect([state.phase, state.payments?.["le_phi"]?.state]).toEqual(["stopped", "refund-due"]);
    const officer = await shop.client("motcua");
    const done = await officer.act(state.code, { act: "record-refund", fee: "le_phi", vnd: 100_000, receipt: "HT-1" }, randomUUID());
    expect(done.ok ? done.value.state.payments?.["le_phi"]?.state : done.problems).toBe("refunded");
  }, 120_000);

  it("left no execution behind, and needed no grant it does not have", async () => {
    await shop.local.idle();
    expect(shop.local.executions().filter(({ status }) => status !== "SUCCEEDED" && status !== "ABORTED")).toEqual([]);
    expect(shop.local.failures()).toEqual([]);
  }, 60_000);
});
