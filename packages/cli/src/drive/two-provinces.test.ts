import { fileURLToPath } from "node:url";
import { factsAt, feesDue, legalLimit, limitDue } from "@motcua/dossier";
import { generateRunnable } from "@motcua/codegen";
import type { Procedure, Province, Sample } from "@motcua/procedure";
import { describe, expect, it } from "vitest";
import { emittedModule } from "../check/emitted-module.ts";
import { overlayProblems } from "../check/overlay-problems.ts";
import { type Definitions, loadDefinitions } from "../definitions.ts";
import { CommandFailure } from "../exit.ts";
import { forProvince } from "../for-province.ts";
import { requireWorkspace } from "../workspace.ts";
import { moveSample } from "./move-sample.ts";

const workspace = requireWorkspace(fileURLToPath(new URL(".", import.meta.url)));
const only = [`${workspace.schemas}/procedures/ho-tich/1.004873-xac-nhan-tinh-trang-hon-nhan`];
const here = await loadDefinitions(forProvince(workspace, undefined), only);
const there = await loadDefinitions(forProvince(workspace, "vinh-long"), only);

/** What a form costs in a province and when it is due, accepted on Thursday afternoon. */
function quote({ procedures, province, calendars }: Definitions, { form, answers = {} }: Sample): { readonly fee: number | null | undefined; readonly due: string; readonly steps: number } {
  const { procedure } = procedures[0] as { procedure: Procedure };
  const module = emittedModule(procedure, generateRunnable(procedure).text ?? "");
  const at = "2026-10-08T14:00:00+07:00";
  const local = (province as Province).procedures[procedure.code];
  const facts = factsAt(module, { form, channel: "counter", submittedAt: at, answers, records: {} }, at);
  const fees = feesDue(module, facts, { case: "mac_dinh", localFees: local?.fees ?? {} });
  const { due } = limitDue(at, legalLimit(procedure, { case: "mac_dinh", channel: "counter" }, local?.limits), { years: calendars, sessions: (province as Province).sessions });
  return { fee: fees[0]?.vnd, due, steps: Object.keys(procedure.workflow.steps).length };
}

describe("one form in two provinces", () => {
  const { sample } = here.procedures[0]?.samples.find(({ sample: { id } }) => id.startsWith("03-a")) as { sample: Sample };

  it("costs and is due what each of them says, and goes through the steps of each", () => {
    const [a, b] = [quote(here, sample), quote(there, sample)];
    expect(a).toEqual({ fee: 15_000, due: "2026-10-13T17:00:00+07:00", steps: 7 });
    // Two working days instead of three, and Saturday morning is one of them.
    expect(b).toEqual({ fee: 10_000, due: "2026-10-10T11:00:00+07:00", steps: 8 });
  });

  it("keeps what is built for each apart, and refuses a province nobody defined", async () => {
    expect(forProvince(workspace, "dong-thap").assembly).toBe(workspace.assembly);
    expect(forProvince(workspace, "vinh-long").assembly).toContain(".motcua/vinh-long");
    expect(() => forProvince(workspace, "../x")).toThrow(CommandFailure);
    await expect(loadDefinitions(forProvince(workspace, "an-giang"), only)).rejects.toThrow(/Không có tỉnh an-giang.*dong-thap, vinh-long/);
  });

  it("moves a sample with its units and communes, and expects of it nothing a province decides", () => {
    const provinces = [here.province, there.province] as Province[];
    const moved = moveSample(sample, there.province as Province, provinces);
    expect(moved.receivingUnit).toMatch(/^H61\./);
    expect(JSON.stringify(moved.form)).not.toMatch(/"29905"|"82"/);
    expect(moved.expected).toEqual({ outcome: "accepted", case: "mac_dinh", documents: ["to_khai"], nationalStatus: 10 });
    expect(moveSample(moved, there.province as Province, provinces)).toBe(moved);
  });

  it("refuses an extra step by which one branch of a fork runs into another", async () => {
    const { procedures, province } = await loadDefinitions(workspace, [`${workspace.schemas}/procedures/xay-dung`]);
    const { procedure } = procedures[0] as { procedure: Procedure };
    const extra = { before: "kiem_tra_thuc_dia", name: { vi: "Hẹn chủ đầu tư" }, role: "cong_chuc_thu_ly", time: "30min", outcomes: { xong: { vi: "Xong" }, khac: { vi: "Khác" } } } as const;
    const problems = (khac: string) => {
      const local: Province = { ...(province as Province), procedures: { [procedure.code]: { extraSteps: { hen: { ...extra, next: { xong: "kiem_tra_thuc_dia", khac } } } } } };
      return overlayProblems(procedure, { province: local, file: { path: "province.json", text: JSON.stringify(local, undefined, 1) } });
    };
    expect(problems("tham_dinh")).toEqual([]);
    expect(problems("lay_y_kien")).toContainEqual(expect.objectContaining({ file: "province.json", pointer: `/procedures/${procedure.code}` }));
  });
});
