import { describe, expect, test } from "vitest";
import { enterpriseCode } from "./vn-enterprise-code.ts";

// Source: Nghị định 168/2025/NĐ-CP on enterprise registration and Thông tư 86/2024/TT-BTC, Điều 5: 10 digits, or 13 with a hyphen for a dependent unit.
describe("vn-enterprise-code", () => {
  test.each([
    ["0100109106", "an enterprise"],
    ["0100109106-001", "its branch"],
  ])("takes %s: %s", (text) => {
    expect(enterpriseCode.test(text)).toBe(true);
  });

  test.each([
    ["010010910", "9 digits"],
    ["0100109106001", "a branch without its hyphen"],
    ["0100109106-1", "a short branch number"],
    ["0100109106-", "a hyphen alone"],
    ["001094999901", "a personal identity number"],
  ])("refuses %j: %s", (text) => {
    expect(enterpriseCode.test(text)).toBe(false);
  });

  test("says what is wanted in both languages, and is known by its name", () => {
    expect(enterpriseCode).toMatchObject({ name: "vn-enterprise-code", phrase: { vi: expect.stringMatching(/\S/) as string, en: expect.stringMatching(/\S/) as string } });
  });
});
