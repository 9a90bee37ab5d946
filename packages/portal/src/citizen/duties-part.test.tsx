import type { Procedure } from "@motcua/procedure";
import { describe, expect, it } from "vitest";
import { DutiesPart } from "./duties-part.tsx";

const procedure = { results: [{ id: "chung_chi", name: { vi: "Chứng chỉ" }, duties: [{ id: "cap_lai", what: { vi: "Nộp hồ sơ cấp lại" } }] }, { id: "khac", name: { vi: "Khác" } }] } as unknown as Procedure;
const told = (results: Parameters<typeof DutiesPart>[0]["results"]) => ((<DutiesPart procedure={procedure} results={results} />) as { toString(): string } | null)?.toString() ?? "";

describe("what is owed once there is a result", () => {
  it("is told with its day and the result it is of", () => {
    expect(told({ chung_chi: { duties: [{ duty: "cap_lai", by: "2027-04-30" }] } }).replaceAll(/<[^>]+>/g, " ").replaceAll(/\s+/g, " ")).toContain("Việc cần làm sau khi nhận kết quả Nộp hồ sơ cấp lại, chậm nhất hết ngày 30/04/2027 (Chứng chỉ)");
  });

  it("is no part of the page where nothing is owed", () => {
    expect(told({})).not.toContain("<section");
    expect(told({ chung_chi: { validUntil: "2027-06-30" } })).not.toContain("<section");
  });
});
