import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import type { LocalSettings, Province } from "../../province.ts";
import { localSettings } from "../../local-settings.ts";
import type { Procedure } from "../../procedure.ts";
import { compileProvince } from "../compile-province.ts";
import { setParameters } from "../cel/set-parameters.ts";
import { loadProcedureFolder } from "../load/load-procedure-folder.ts";
import { loadShared } from "../load/load-shared.ts";
import { compileProcedure } from "../compile-procedure.ts";
import { readProcedureFolder } from "../load/load-procedure-folder.ts";
import { isWithin } from "./duration-order.ts";
import { localiseProcedure } from "./localise-procedure.ts";

const schemas = fileURLToPath(new URL("../../../../../schemas", import.meta.url));
const folder = `${schemas}/procedures/ho-tich/1.004873-xac-nhan-tinh-trang-hon-nhan`;
const path = `${schemas}/provinces/vinh-long/province.json`;
const written = JSON.parse(readFileSync(path, "utf8")) as Province;
const shared = await loadShared(schemas);
const loaded = await loadProcedureFolder(folder, shared);
if (!loaded.ok) throw new Error("the procedure does not compile");
const marital = loaded.value.procedure;

/** The same procedure with a parameter an exemption depends on. */
async function withParameter(): Promise<Procedure> {
  const parameters = { ban_toi_da: { name: { vi: "Số bản nhiều nhất" }, type: "int", default: 10, atLeast: 1, atMost: 20, source: "UBND tỉnh quyết định" } };
  const files = (await readProcedureFolder(folder)).filter((file) => !file.path.includes("samples")).map((file) => {
    if (!file.path.endsWith("procedure.json")) return file;
    const value = JSON.parse(file.text) as { documents: { id?: string; $ref?: string; when?: string }[] };
    const documents = value.documents.map((one) => (one.$ref?.endsWith("/documents/giay_to_tuy_than") === true ? { ...one, when: "form.so_luong > local.ban_toi_da || ask.khong_khai_thac_duoc_giay_to" } : one));
    return { ...file, text: JSON.stringify({ ...value, parameters, documents }) };
  });
  const { codeLists, contract, schemas: sharedFiles } = shared;
  const compiled = compileProcedure({ files: [...files, ...sharedFiles], codeLists, contract });
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
  return compiled.value.procedure;
}

function problemsWith(local: LocalSettings, procedure: Procedure = marital): readonly string[] {
  const text = JSON.stringify({ ...written, procedures: { [procedure.code]: local } });
  const result = compileProvince({ file: { path, text }, procedures: [procedure], codeLists: shared.codeLists, contract: shared.contract });
  return result.ok ? [] : result.problems.map(({ code, pointer }) => `${code} ${pointer.replace(`/procedures/${procedure.code}`, "")}`);
}

const extra = { before: "ky", name: { vi: "Kiểm tra chéo" }, role: "cong_chuc_thu_ly", time: "1wh", outcomes: { dat: { vi: "Đạt" } }, next: { dat: "ky" } };

describe("localiseProcedure", () => {
  it("puts step times and an extra step in, on every way that led to the step after it, under a version of its own", () => {
    const { workflow, version } = localiseProcedure(marital, written);
    expect(version).not.toBe(marital.version);
    expect(workflow.steps["tham_tra"]?.time).toBe("4wh");
    expect(workflow.steps["kiem_tra_du_thao"]?.next).toEqual({ dat: "ky", xem_lai: "tham_tra" });
    const leading = Object.entries(workflow.steps).filter(([, { next }]) => Object.values(next).includes("ky")).map(([id]) => id);
    expect(leading).toEqual(["kiem_tra_du_thao"]);
    expect(Object.isFrozen(workflow.steps["kiem_tra_du_thao"])).toBe(true);
  });

  it("leaves a procedure the province changes nothing of as it is", () => {
    expect(localiseProcedure(marital, { procedures: {} })).toBe(marital);
    expect(localiseProcedure(marital, { procedures: { [marital.code]: { fees: { le_phi: { vnd: 1, source: "thử" } }, limits: { mac_dinh: "2wd" } } } })).toBe(marital);
  });

  it("puts a parameter's number where an expression reads it, the default where the province says nothing", async () => {
    const procedure = await withParameter();
    const at = Object.keys(procedure.expressions).find((pointer) => procedure.expressions[pointer]?.source.includes("form.so_luong >")) ?? "";
    expect(procedure.expressions[at]?.source).toContain("form.so_luong > 10");
    const local = localiseProcedure(procedure, { procedures: { [procedure.code]: { parameters: { ban_toi_da: { value: 5, source: "Quyết định thử" } } } } });
    expect(local.expressions[at]?.source).toContain("form.so_luong > 5");
    expect(local.version).not.toBe(procedure.version);
  });

  it("refuses a parameter the procedure does not leave open, and one out of its bounds", async () => {
    const procedure = await withParameter();
    const value = (id: string, number: number) => problemsWith({ parameters: { [id]: { value: number, source: "thử" } } }, procedure);
    expect(value("ban_toi_da", 5)).toEqual([]);
    expect(value("ban_toi_d", 5)).toEqual(["unknown-parameter /parameters/ban_toi_d"]);
    expect([value("ban_toi_da", 21), value("ban_toi_da", 0), value("ban_toi_da", 2.5)].flat()).toEqual(Array.from({ length: 3 }, () => "parameter-out-of-range /parameters/ban_toi_da/value"));
  });
});

describe("an overlay", () => {
  it("holds where it stays inside what the law leaves open", () => {
    expect(problemsWith(written.procedures[marital.code] ?? {})).toEqual([]);
    expect(problemsWith({ limits: { mac_dinh: "3wd" } })).toEqual([]);
  });

  it.each<[string, LocalSettings, string]>([
    ["a time longer than the national one", { limits: { mac_dinh: "4wd" } }, "limit-above-national /limits/mac_dinh"],
    ["a time that cannot be compared with it", { limits: { mac_dinh: "1mo" } }, "limit-above-national /limits/mac_dinh"],
    ["a case nobody has", { limits: { khac: "1wd" } }, "unknown-case /limits/khac"],
    ["the time of a step nobody has", { stepTimes: { tham_tr: "1wh" } }, "unknown-step /stepTimes/tham_tr"],
    ["a step longer than the law gives it", { stepTimes: { xac_minh: "4wd" } }, "step-time-above-legal /stepTimes/xac_minh"],
    ["step times that add up to more than the limit", { stepTimes: { tham_tra: "20wh" } }, "local-times-above-limit /stepTimes"],
    ["an extra step that takes a name of the workflow's", { extraSteps: { ky: extra } }, "duplicate-id /extraSteps/ky"],
    ["an extra step before one that is not there", { extraSteps: { them: { ...extra, before: "ki", next: { dat: "ky" } } } }, "unknown-step /extraSteps/them/before"],
    ["an extra step of a role nobody has", { extraSteps: { them: { ...extra, role: "thanh_tra" } } }, "unknown-role /extraSteps/them/role"],
    ["an extra step that leads past the one it comes before", { extraSteps: { them: { ...extra, next: { dat: "dong_dau" } } } }, "extra-step-target /extraSteps/them/next"],
    ["an extra step that ends the dossier", { extraSteps: { them: { ...extra, next: { dat: "@stop" } } } }, "wrong-notation /extraSteps/them/next/dat"],
    ["an outcome without a name", { extraSteps: { them: { ...extra, next: { dat: "ky", chua: "tham_tra" } } } }, "outcome-without-name /extraSteps/them/next/chua"],
    ["a desk the province does not have", { receivedAt: ["H61.999"] }, "unknown-unit /receivedAt/0"],
    ["a fee that is not the province's", { fees: { phi: { vnd: 1, source: "thử" } } }, "unknown-fee /fees/phi"],
    ["anything the law does not leave open", { documents: [] } as LocalSettings, "unknown-key /documents"],
  ])("refuses %s", (_, local, expected) => {
    expect(problemsWith(local)).toContain(expected);
  });

  it("refuses a route to a unit nobody has, and a procedure the project has not", () => {
    const text = JSON.stringify({ ...written, routing: { "28800": "H61.999" } });
    const result = compileProvince({ file: { path, text }, codes: [marital.code], contract: shared.contract });
    expect(result.ok ? [] : result.problems.map(({ code, pointer }) => `${code} ${pointer}`)).toEqual([
      "unknown-procedure /procedures/1.001193", "unknown-procedure /procedures/1.001612", "unknown-procedure /procedures/1.013225", "unknown-unit /routing/28800",
    ]);
  });
});

describe("a version of a procedure", () => {
  const key = `${marital.code}@${marital.effective.from}`;
  const told = (procedures: Readonly<Record<string, LocalSettings>>, codes: readonly string[] = [marital.code]) => {
    const result = compileProvince({ file: { path, text: JSON.stringify({ ...written, procedures }) }, procedures: [marital], codes, contract: shared.contract });
    return result.ok ? [] : result.problems.map(({ code, pointer }) => `${code} ${pointer}`);
  };

  it("is decided on alone under its day, entry by entry in the place of what holds for all", () => {
    const province: Pick<Province, "procedures"> = { procedures: { [marital.code]: { fees: { le_phi: { vnd: 1, source: "mọi" } }, limits: { mac_dinh: "3wd" }, stepTimes: { ky: "1wh" } }, [key]: { limits: { mac_dinh: "2wd" }, stepTimes: { tham_tra: "2wh" } } } };
    expect(localSettings(province, marital)).toEqual({ fees: { le_phi: { vnd: 1, source: "mọi" } }, limits: { mac_dinh: "2wd" }, stepTimes: { ky: "1wh", tham_tra: "2wh" } });
    expect(localSettings(province, { ...marital, effective: { from: "2030-01-01" } })).toBe(province.procedures[marital.code]);
    const { steps } = localiseProcedure(marital, province).workflow;
    expect([steps["ky"]?.time, steps["tham_tra"]?.time]).toEqual(["1wh", "2wh"]);
    expect(told(province.procedures)).toEqual([]);
  });

  it("is not held to what is decided for all where it has its own, and its own is held to it", () => {
    const all = { [marital.code]: { limits: { mac_dinh: "9wd" } } };
    expect(told(all)).toEqual([`limit-above-national /procedures/${marital.code}/limits/mac_dinh`]);
    expect(told({ ...all, [key]: { limits: { mac_dinh: "2wd" } } })).toEqual([]);
    expect(told({ [key]: { fees: { phi: { vnd: 1, source: "thử" } } } })).toEqual([`unknown-fee /procedures/${key}/fees/phi`]);
  });

  it("refuses a day on which none came into force, and knows one that does not compile by its folder", () => {
    const other = `${marital.code}@2031-01-01`;
    expect(told({ [other]: {} })).toEqual([`unknown-procedure /procedures/${other}`]);
    expect(told({ [other]: {} }, [marital.code, other])).toEqual([]);
    expect(told({ [`${marital.code}@hôm nay`]: {} })).toEqual([`key-notation /procedures/${marital.code}@hôm nay`]);
  });
});

describe("setParameters", () => {
  const parameters = { rong: { type: "double", default: 40 }, am: { type: "int", default: -2 } } as const;

  it.each([
    ["form.dt >= local.rong", "form.dt >= 40.0"],
    ["form.a > local.am && form.b < local.am", "form.a > (-2) && form.b < (-2)"],
    ["form.ten == 'local.rong'", "form.ten == 'local.rong'"],
    ["form.ds.all(r, r.dt > local.rong)", "form.ds.all(r, r.dt > 40.0)"],
  ])("writes %s as %s", (source, expected) => {
    expect(setParameters(source, parameters)).toBe(expected);
  });
});

describe("isWithin", () => {
  it.each([["2wd", "3wd", true], ["24wh", "3wd", true], ["25wh", "3wd", false], ["3d", "3wd", true], ["4d", "3wd", false], ["1mo", "90wd", false], ["same-day", "1wd", true], ["3wd", "3d", false]])("says whether %s never ends after %s: %s", (time, limit, expected) => {
    expect(isWithin(time, limit)).toBe(expected);
  });
});
