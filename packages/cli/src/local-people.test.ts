import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Province, Role, Sample } from "@motcua/procedure";
import { describe, expect, it } from "vitest";
import { localPeople, type StaffedProcedure } from "./local-people.ts";

const province = JSON.parse(readFileSync(fileURLToPath(new URL("../../../schemas/provinces/dong-thap/province.json", import.meta.url)), "utf8")) as Province;
const sample = {
  receivingUnit: "H20.002",
  form: { noi_o: { xa: "28270" }, noi_lam: { xa: "28306" } },
} as unknown as Sample;

/** Units in which somebody of the local people holds a role, with the logins. */
function holders(role: string, procedure: Partial<StaffedProcedure["staff"]>): Readonly<Record<string, readonly string[]>> {
  const people = localPeople(province, [{ staff: { roles: {}, ...procedure }, samples: [{ sample }] }]);
  const found = people.filter(({ login, memberships }) => login !== "noikhac" && memberships.some((member) => member.role === role));
  return Object.fromEntries(
    found.map(({ login, memberships }) => [
      login,
      memberships
        .filter((member) => member.role === role)
        .map(({ unit }) => unit)
        .toSorted(),
    ]),
  );
}

const role = (unit: Role["unit"]): Role => ({ name: { vi: "Thư ký hội đồng" }, unit });

describe("people of the local shop", () => {
  it("hold the roles of a procedure nobody has heard of, each under the role's own id", () => {
    expect(holders("thu_ky_hoi_dong", { roles: { thu_ky_hoi_dong: role("receiving") } })).toEqual({
      thu_ky_hoi_dong: ["H20.002"],
    });
  });

  it("work where the dossier is settled, be that a commune of the form or the province itself", () => {
    const roles = { thu_ky_hoi_dong: role("competent") };
    expect(holders("thu_ky_hoi_dong", { roles, competentUnit: { at: "/noi_o/xa" } })).toEqual({
      thu_ky_hoi_dong: ["H20.002", "H20.003"],
    });
    expect(holders("thu_ky_hoi_dong", { roles, competentUnit: { level: "province" } })).toEqual({
      thu_ky_hoi_dong: ["H20.000", "H20.002"],
    });
    expect(holders("cong_chuc_thu_ly", { roles, competentUnit: { level: "province" } })).toEqual({
      chuyenvien: ["H20.000", "H20.002"],
    });
  });

  it("act where somebody lives when the role says so", () => {
    expect(holders("cong_chuc_xa", { roles: { cong_chuc_xa: role({ at: "/noi_o/xa" }) } })).toEqual({ cong_chuc_xa: ["H20.002", "H20.003", "H20.007"] });
  });
});
