import type { PartUnit, Procedure, Province } from "@motcua/procedure";
import { describe, expect, it } from "vitest";
import { provinceContext } from "./province-context.ts";
import { unitHolder } from "./unit-holder.ts";

const name = { vi: "Đơn vị" };
const units: Province["units"] = [
  { code: "H20.000", name, level: "province" },
  { code: "H20.001", name, level: "commune", commune: "28249" },
  { code: "H20.002", name, level: "commune", commune: "28261" },
  { code: "H20.900", name, level: "province", agency: "police" },
  { code: "H20.910", name, level: "commune", agency: "tax", serves: ["28249", "28261"] },
  { code: "H20.911", name, level: "commune", agency: "tax", serves: ["28270"] },
  { code: "H20.920", name, level: "commune", agency: "police", commune: "28261" },
];
const province = { id: "x", code: "82", name, agency: "H20", parentName: name, sessions: {}, units, procedures: {} } as Province;
const context = provinceContext({ procedure: { code: "9.900002", effective: { from: "2026-01-01" } } } as never, { province, calendar: { years: [], sessions: {} }, machine: "m" });

function holderOf(part: Omit<PartUnit, "name">, commune?: string) {
  const procedure = { units: { don_vi: { name, ...part } } } as unknown as Procedure;
  return unitHolder({ procedure, receivingUnit: "H20.001", competentUnit: "H20.002", form: { noi: { xa: commune } }, context }, "don_vi");
}

describe("a unit that has a part", () => {
  const at = "/noi/xa";
  const entered = { unit: "H20.002", of: "don_vi", name: "Đơn vị" };

  it.each<[string, Omit<PartUnit, "name">, string | undefined, unknown]>([
    ["an agency of the province", { agency: "police", level: "province" }, undefined, { unit: "H20.900" }],
    ["an agency in the commune the form names", { agency: "police", level: "commune", at }, "28261", { unit: "H20.920" }],
    ["the office that serves the commune", { agency: "tax", level: "commune", at }, "28249", { unit: "H20.910" }],
    ["the commune itself", { level: "commune", at }, "28249", { unit: "H20.001" }],
    ["the province's own unit, not an agency", { level: "province" }, undefined, { unit: "H20.000" }],
    ["an agency the province has no unit of", { agency: "insurance", level: "province" }, undefined, entered],
    ["an office that serves other communes", { agency: "tax", level: "commune", at }, "28273", entered],
    ["a commune of another province", { level: "commune", at }, "00004", entered],
    ["a province-level agency of another province", { agency: "police", level: "province", at }, "00004", entered],
    ["the ministry", { level: "ministry" }, undefined, entered],
    ["an agency with a system of its own", { agency: "police", level: "province", mode: "external" }, undefined, entered],
    ["a place the form leaves open", { agency: "police", level: "commune", at }, undefined, entered],
  ])("%s", (_, part, commune, expected) => {
    expect(holderOf(part, commune)).toEqual(expected);
  });

  it("is never taken for a people's committee: communes keep their own", () => {
    expect([context.unitOfCommune("28261"), context.provinceUnit]).toEqual(["H20.002", "H20.000"]);
  });
});
