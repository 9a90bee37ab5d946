import { describe, expect, test } from "vitest";
import { datePartial } from "./date-partial.ts";

// Source: Thông tư 04/2020/TT-BTP: old civil-status records know a month or a year only.
describe("date-partial", () => {
  test.each([
    ["1960", "a year alone"],
    ["1960-02", "a month"],
    ["1960-02-29", "a day"],
  ])("takes %s: %s", (text) => {
    expect(datePartial.test(text)).toBe(true);
  });

  test.each([
    ["1960-02-30", "a day that does not exist"],
    ["1960-13", "a month that does not exist"],
    ["0000", "year 0"],
    ["196", "three digits"],
    ["1960-", "a hyphen behind"],
    ["02/1960", "as people write it"],
  ])("refuses %j: %s", (text) => {
    expect(datePartial.test(text)).toBe(false);
  });

  test("says what is wanted in both languages, and is known by its name", () => {
    expect(datePartial).toMatchObject({ name: "date-partial", phrase: { vi: expect.stringMatching(/\S/) as string, en: expect.stringMatching(/\S/) as string } });
  });
});
