import { describe, expect, test } from "vitest";
import { province } from "./vn-province.ts";

// Source: Quyết định 19/2025/QĐ-TTg: 34 provinces and cities from 1 July 2025.
describe("vn-province", () => {
  test.each([
    ["01", "Hà Nội"],
    ["82", "Đồng Tháp"],
    ["96", "Cà Mau"],
  ])("takes %s: %s", (text) => {
    expect(province.test(text)).toBe(true);
  });

  test.each([
    ["87", "Đồng Tháp before July 2025"],
    ["02", "Hà Giang, merged in 2025"],
    ["1", "one digit"],
    ["082", "three digits"],
    ["constructor", "what every object inherits"],
    ["", "nothing"],
  ])("refuses %j: %s", (text) => {
    expect(province.test(text)).toBe(false);
  });

  test("says what is wanted in both languages, and is known by its name", () => {
    expect(province).toMatchObject({ name: "vn-province", phrase: { vi: expect.stringMatching(/\S/) as string, en: expect.stringMatching(/\S/) as string } });
  });
});
