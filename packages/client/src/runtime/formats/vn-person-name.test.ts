import { describe, expect, test } from "vitest";
import { personName } from "./vn-person-name.ts";

// Source: Luật Hộ tịch 60/2014/QH13; Thông tư 04/2020/TT-BTP, Điều 6: names in Vietnamese or another people's language of Viet Nam, without digits or signs (Bộ luật Dân sự 2015, Điều 26).
describe("vn-person-name", () => {
  test.each([
    ["NGUYỄN VĂN A", "capitals and diacritics"],
    ["Đỗ Thị Giả Định", "title case"],
    ["H’Hen Niê", "an Ê Đê name"],
    ["K'Brơi", "a K’Ho name"],
    ["Y-Bham Êban", "a hyphen"],
    ["Nguye\u0302\u0303n A", "letters put together from marks"],
    ["山田 太郎", "another script"],
  ])("takes %s: %s", (text) => {
    expect(personName.test(text)).toBe(true);
  });

  test.each([
    ["NGUYỄN VĂN A1", "a digit"],
    [" NGUYỄN A", "a space before"],
    ["NGUYỄN A ", "a space behind"],
    ["NGUYỄN  A", "two spaces"],
    ["-A", "a mark alone"],
    ["A@B", "a sign"],
    ["NGUYỄN\nA", "a line end"],
    ["\u0301A", "a mark before any letter"],
    ["", "nothing"],
  ])("refuses %j: %s", (text) => {
    expect(personName.test(text)).toBe(false);
  });

  test("says what is wanted in both languages, and is known by its name", () => {
    expect(personName).toMatchObject({ name: "vn-person-name", phrase: { vi: expect.stringMatching(/\S/) as string, en: expect.stringMatching(/\S/) as string } });
  });
});
