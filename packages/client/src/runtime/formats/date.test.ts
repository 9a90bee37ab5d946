import { describe, expect, test } from "vitest";
import { date } from "./date.ts";

// Source: RFC 3339, full-date; the Gregorian calendar.
describe("date", () => {
  test.each([
    ["2026-10-05", "a day"],
    ["2024-02-29", "a leap day"],
    ["2000-02-29", "a leap day of a century"],
    ["0001-01-01", "the first day there is"],
  ])("takes %s: %s", (text) => {
    expect(date.test(text)).toBe(true);
  });

  test.each([
    ["2026-02-29", "no leap year"],
    ["1900-02-29", "a century that is none"],
    ["2026-04-31", "a day too many"],
    ["2026-13-01", "a month too many"],
    ["2026-00-10", "month 0"],
    ["0000-01-01", "year 0"],
    ["2026-1-5", "without zeroes"],
    ["05/10/2026", "as people write it"],
    ["2026-10-05T00:00:00Z", "a date-time"],
    ["2026-10", "a month"],
    [" 2026-10-05", "a space before"],
  ])("refuses %j: %s", (text) => {
    expect(date.test(text)).toBe(false);
  });

  test("says what is wanted in both languages, and is known by its name", () => {
    expect(date).toMatchObject({ name: "date", phrase: { vi: expect.stringMatching(/\S/) as string, en: expect.stringMatching(/\S/) as string } });
  });
});
