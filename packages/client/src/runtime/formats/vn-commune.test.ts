import { describe, expect, test } from "vitest";
import { commune } from "./vn-commune.ts";

// Source: Quyết định 19/2025/QĐ-TTg: 3,321 communes, five digits each.
describe("vn-commune", () => {
  test.each([
    ["29905", "a commune of Đồng Tháp"],
    ["00004", "the first of the list"],
  ])("takes %s: %s", (text) => {
    expect(commune.test(text)).toBe(true);
  });

  test.each([
    ["00001", "a ward that was merged in 2025"],
    ["29906", "no commune"],
    ["4", "without zeroes"],
    ["029905", "six digits"],
    ["2990５", "a full-width digit"],
    ["", "nothing"],
  ])("refuses %j: %s", (text) => {
    expect(commune.test(text)).toBe(false);
  });

  test("says what is wanted in both languages, and is known by its name", () => {
    expect(commune).toMatchObject({ name: "vn-commune", phrase: { vi: expect.stringMatching(/\S/) as string, en: expect.stringMatching(/\S/) as string } });
  });
});
