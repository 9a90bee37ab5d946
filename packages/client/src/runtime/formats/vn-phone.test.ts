import { describe, expect, test } from "vitest";
import { phone } from "./vn-phone.ts";

// Source: Thông tư 22/2014/TT-BTTTT and Quyết định 2036/QĐ-BTTTT (11-digit mobiles became 10 in 2018); landlines have an area code of 3 or 4 digits.
describe("vn-phone", () => {
  test.each([
    ["0912345678", "a mobile, 10 digits"],
    ["02773851234", "a landline of Đồng Tháp, area code 0277, 11 digits"],
  ])("takes %s: %s", (text) => {
    expect(phone.test(text)).toBe(true);
  });

  test.each([
    ["912345678", "no leading 0"],
    ["+84912345678", "international form"],
    ["0912 345 678", "spaces"],
    ["091234567", "9 digits"],
    ["091234567890", "12 digits"],
    ["0912345678\n", "a line end"],
    ["09１2345678", "a full-width digit"],
  ])("refuses %j: %s", (text) => {
    expect(phone.test(text)).toBe(false);
  });

  test("says what is wanted in both languages, and is known by its name", () => {
    expect(phone).toMatchObject({ name: "vn-phone", phrase: { vi: expect.stringMatching(/\S/) as string, en: expect.stringMatching(/\S/) as string } });
  });
});
