import { describe, expect, it } from "vitest";
import { executionName } from "./execution-name.ts";

describe("the name of an execution", () => {
  it("is the dossier and its generation, without dots", () => {
    expect(executionName("H20.15.30-261005-0001", 3)).toBe("H20_15_30-261005-0001-3");
  });

  it("refuses a code that makes a name Step Functions would refuse", () => {
    expect(() => executionName("H20/015", 1)).toThrow(RangeError);
    expect(() => executionName("hồ sơ", 1)).toThrow(RangeError);
    expect(() => executionName("H".repeat(79), 1)).toThrow(RangeError);
    expect(executionName("H".repeat(78), 1)).toHaveLength(80);
  });

  it("refuses without repeating what it was given", () => {
    expect(() => executionName("Nguyễn Văn A", 1)).toThrow(/^(?!.*Nguyễn)/);
  });
});
