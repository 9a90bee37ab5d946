import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { addMonths, localDate } from "@motcua/calendar";
import { driveSample, findWorkspace, meetsExpectation, openShop, type OpenShop, type ShopProcedure } from "@motcua/cli";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { root, sampleOf } from "./shop.ts";

/** What fees, papers and results say of themselves, run in a shop of its own: nothing is written for it but its files. */
describe("a licence nobody has seen", () => {
  const project = mkdtempSync(join(tmpdir(), "motcua-licence-"));
  let shop: OpenShop;
  let procedure: ShopProcedure;
  beforeAll(async () => {
    cpSync(join(root, "schemas"), join(project, "schemas"), { recursive: true });
    cpSync(join(root, "examples/practice-licence"), join(project, "schemas/procedures/du-lich/9.900004-chung-chi"), { recursive: true });
    const workspace = findWorkspace(project);
    if (workspace === undefined) throw new Error("no workspace");
    shop = await openShop(workspace, { data: join(project, "data") });
    const found = shop.procedures.find(({ code }) => code === "9.900004");
    if (found === undefined) throw new Error("the shop does not offer it");
    procedure = found;
  }, 300_000);
  afterAll(async () => {
    await shop.close();
    rmSync(project, { recursive: true, force: true });
  });

  const drive = async (prefix: string) => {
    const sample = sampleOf(procedure, prefix);
    const driven = await driveSample({ shop, procedure, sample });
    expect(meetsExpectation(sample, driven)).toEqual([]);
    return driven;
  };

  it("takes a paper in on the last day it is young enough for, and keeps its date", async () => {
    const driven = await drive("01");
    if (driven.kind !== "dossier") throw new Error("refused");
    expect(driven.state.documents).toContainEqual({ id: "kham_suc_khoe", original: 1, issuedOn: "2026-04-01" });
    expect(driven.state.fees).toEqual([{ id: "phi_tham_dinh", vnd: 650_000 }]);
    const { signedAt = "", validUntil } = driven.state.results["chung_chi"] ?? {};
    expect(validUntil).toBe(addMonths(localDate(signedAt), 60));
  });

  it("takes half of a fee of what is filed online, and keeps that it was reduced without why", async () => {
    const driven = await drive("02");
    if (driven.kind !== "dossier") throw new Error("refused");
    expect(driven.state.fees).toEqual([{ id: "phi_tham_dinh", vnd: 325_000, reduced: true }]);
    // The contract ends before the three years do.
    expect(driven.state.results).toEqual({ chung_chi: expect.objectContaining({ validUntil: "2027-06-30", duties: [{ duty: "cap_lai", by: "2027-04-30" }] }) });
  });

  it("signs and seals of several results the one the form asks for, valid without an end", async () => {
    const driven = await drive("04");
    if (driven.kind !== "dossier") throw new Error("refused");
    expect(driven.state.results).toEqual({ giay_xac_nhan: { signedAt: expect.any(String), number: driven.state.code } });
  });

  it("refuses an entry that contradicts itself, and a record", async () => {
    expect((await drive("05")).kind).toBe("refused");
    const sample = sampleOf(procedure, "01");
    const early = { ...sample, script: [{ step: "tham_tra", outcome: "dong_y", record: { ngay_kiem_tra: "2026-09-30", diem: 80 } }] };
    await expect(driveSample({ shop, procedure, sample: early })).rejects.toThrow("/record/ngay_kiem_tra  Ngày kiểm tra phải từ ngày nộp hồ sơ đến hôm nay.");
  });

  it("refuses a paper that is a day too old", async () => {
    expect((await drive("03")).kind).toBe("refused");
  });
});
