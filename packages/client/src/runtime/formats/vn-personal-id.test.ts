import { describe, expect, test } from "vitest";
import { personalId } from "./vn-personal-id.ts";

// Source: Nghị định 137/2015/NĐ-CP, Điều 13: 12 natural digits; Luật Căn cước 26/2023/QH15, Điều 12.
describe("vn-personal-id", () => {
  test.each([
    ["001094999901", "born in Hà Nội, a man of the 20th century"],
    ["079303999902", "a woman of the 21st"],
    ["000000000000", "any 12 digits: there is no check digit"],
  ])("takes %s: %s", (text) => {
    expect(personalId.test(text)).toBe(true);
  });

  test.each([
    ["00109499990", "11 digits"],
    ["0010949999011", "13 digits"],
    ["001 094 999 901", "spaces"],
    ["00109499990a", "a letter"],
    ["００１０９４９９９９０１", "full-width digits"],
    ["001094999901\n", "a line end"],
    ["", "nothing"],
  ])("refuses %j: %s", (text) => {
    expect(personalId.test(text)).toBe(false);
  });

  test("says what is wanted in both languages, and is known by its name", () => {
    expect(personalId).toMatchObject({ name: "vn-personal-id", phrase: { vi: expect.stringMatching(/\S/) as string, en: expect.stringMatching(/\S/) as string } });
  });
});
