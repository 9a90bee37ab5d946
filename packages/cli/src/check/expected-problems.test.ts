import type { Problem, Sample } from "@motcua/procedure";
import { describe, expect, it } from "vitest";
import { expectedProblems } from "./expected-problems.ts";

const ERROR: Problem = { code: "required", pointer: "/form/a", message: { vi: "thiếu" } };
const WARNING: Problem = { code: "rule-x", pointer: "/form/b", message: { vi: "xem lại" }, severity: "warning" };

/** What is told where a sample expects some problems and others come. */
function told(problems: NonNullable<Sample["expected"]["problems"]>, found: readonly Problem[]): readonly string[] {
  const sample = { expected: { outcome: "invalid", problems } } as unknown as Sample;
  return expectedProblems(sample, found).map(({ code, pointer }) => `${code} ${pointer}`);
}

describe("problems a sample expects", () => {
  it("are those that come, warnings mentioned or not", () => {
    expect(told([{ code: "required", pointer: "/form/a" }], [ERROR, WARNING])).toEqual([]);
    expect(told([{ code: "required", pointer: "/form/a" }, { code: "rule-x", pointer: "/form/b", severity: "warning" }], [ERROR, WARNING])).toEqual([]);
  });

  it("refuses a warning expected as an error, and an error expected as a warning", () => {
    expect(told([{ code: "rule-x", pointer: "/form/b" }], [WARNING])).toEqual(["sample-problem-missing /expected/problems/0"]);
    expect(told([{ code: "required", pointer: "/form/a", severity: "warning" }], [ERROR])).toEqual(["sample-problem-missing /expected/problems/0", "sample-problem-unexpected /form/a"]);
  });

  it("refuses an error nobody expects, and one that does not come", () => {
    expect(told([], [ERROR])).toEqual(["sample-problem-unexpected /form/a"]);
    expect(told([{ code: "required", pointer: "/form/a" }], [])).toEqual(["sample-problem-missing /expected/problems/0"]);
  });
});
