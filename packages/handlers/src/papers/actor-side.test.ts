import { describe, expect, it } from "vitest";
import type { Holder } from "@motcua/dossier";
import type { Procedure } from "@motcua/procedure";
import type { Ports } from "../ports/index.ts";
import { holderSide, sideWords } from "./actor-side.ts";

const names = {
  ports: { province: { units: [{ code: "H20.015", name: { vi: "Phường Đạo Thạnh" } }] } } as unknown as Pick<Ports, "province">,
  procedure: { roles: { thu_ly: { name: { vi: "Công chức thụ lý" } } }, units: { cong_an: { name: { vi: "Công an xã" } } } } as unknown as Procedure,
  people: new Map<string, string>(),
};

describe("who held a dossier on the control sheet", () => {
  it.each<[string, Holder, string]>([
    ["a role of a unit", { who: "role", unit: "H20.015", role: "thu_ly", step: "a" }, "Công chức thụ lý, Phường Đạo Thạnh"],
    ["the unit whose part it is", { who: "role", unit: "H20.015", of: "cong_an", role: "thu_ly", step: "a" }, "Công chức thụ lý, Công an xã"],
    ["the applicant", { who: "applicant", step: "a" }, "Người nộp hồ sơ"],
    ["nobody but time", { who: "clock", step: "a" }, "Hệ thống (theo thời hạn)"],
  ])("is %s", (_, holder, words) => {
    expect(sideWords(holderSide(holder, names))).toBe(words);
  });
});
