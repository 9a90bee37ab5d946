import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import type { Province } from "@motcua/procedure";
import { loadProvinces, loadShared, readProcedureFolder } from "@motcua/procedure/compile";
import { describe, expect, it } from "vitest";
import { checkSources } from "./check-sources.ts";

const schemas = fileURLToPath(new URL("../../../../schemas", import.meta.url));
const MARITAL = "1.004873";
const shared = await loadShared(schemas);
const { provinces, calendars } = await loadProvinces(schemas, [], shared);
const files = await readProcedureFolder(`${schemas}/procedures/ho-tich/1.004873-xac-nhan-tinh-trang-hon-nhan`);

/** What is told with another overlay of Vĩnh Long, by sample. */
function toldWith(change: (local: Province["procedures"][string]) => Province["procedures"][string]): readonly string[] {
  const changed = provinces.map((province) => (province.id === "vinh-long" ? { ...province, procedures: { ...province.procedures, [MARITAL]: change(province.procedures[MARITAL] ?? {}) } } : province));
  return checkSources(files, { shared, provinces: changed, calendars }).problems.map(({ code, file = "", pointer, message }) => `${basename(file, ".json").slice(0, 4)} ${code} ${pointer} ${message.vi}`);
}

describe("samples in the provinces", () => {
  it("give in each what they say", () => {
    expect(toldWith((local) => local)).toEqual([]);
  });

  it("refuses an amount and a limit of the province of their unit that differ from what they say", () => {
    expect(toldWith((local) => ({ ...local, fees: { le_phi: { vnd: 11_000, source: "thử" } }, limits: { mac_dinh: "3wd" } }))).toEqual([
      "03-d sample-differs /expected/due due: tính ra 2026-10-12T17:00:00+07:00, mẫu ghi 2026-10-10T11:00:00+07:00",
      "03-d sample-differs /expected/fees fees: tính ra le_phi 11000, mẫu ghi le_phi 10000",
    ]);
  });

  it("refuses an amount the province has not set where they name one", () => {
    expect(toldWith(({ fees: _, ...local }) => local)).toEqual([expect.stringMatching(/^03-d sample-fee-not-set \/expected\/fees\/le_phi khoản “le_phi”/u)]);
  });

  it("refuses an extra step of another province through which they do not come to their end, and names the province", () => {
    const told = toldWith(({ extraSteps = {}, ...local }) => ({
      ...local,
      extraSteps: Object.fromEntries(Object.entries(extraSteps).map(([id, { next, ...step }]) => [id, { ...step, next: { xem_lai: next["xem_lai"] ?? "", dat: "ky" } }])),
    }));
    expect(told).toEqual([
      expect.stringMatching(/^03-a sample-without-end \/expected\/outcome Tỉnh Vĩnh Long: /u),
      expect.stringMatching(/^03-b sample-without-end \/expected\/outcome Tỉnh Vĩnh Long: /u),
      expect.stringMatching(/^03-d sample-without-end \/expected\/outcome hồ sơ/u),
    ]);
  });

  it("refuses to blame a definition for a fee the province has not set", () => {
    expect(toldWith(({ fees: _, ...local }) => local)).toEqual(["03-d sample-fee-not-set /expected/fees/le_phi khoản “le_phi” do tỉnh quyết định, Tỉnh Vĩnh Long chưa đặt mức thu"]);
  });

  it("tell nothing of a unit nobody has while a province does not compile: it may be one of its own", () => {
    const without = provinces.filter(({ id }) => id !== "dong-thap");
    const codes = (complete: boolean) => new Set(checkSources(files, { shared, provinces: without, calendars, complete }).problems.map(({ code }) => code));
    expect(codes(false)).toEqual(new Set());
    expect(codes(true)).toContain("sample-unit");
  });

  it("refuses a desk that does not take the procedure there", () => {
    expect(toldWith((local) => ({ ...local, receivedAt: ["H61.000"] }))).toContain("03-d sample-unit /receivingUnit đơn vị H61.050 của mẫu không nhận thủ tục này ở “Tỉnh Vĩnh Long”");
  });
});
