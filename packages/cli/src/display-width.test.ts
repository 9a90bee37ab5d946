import { describe, expect, it } from "vitest";
import { blankAs, displayWidth } from "./display-width.ts";

describe("displayWidth", () => {
  it.each<[string, number]>([
    ["khai sinh", 9],
    ["Đăng ký", 7],
    ["Đăng ký".normalize("NFD"), 7],
    ["出生证明", 8],
    ["（全）", 6],
    ["a😀b", 4],
    ["á\u200D", 1],
    ["", 0],
  ])("of %s is %s", (text, width) => {
    expect(displayWidth(text)).toBe(width);
  });

  it("blanks a line so that what is below its end stands there, tabs kept", () => {
    expect(blankAs("\t\"出\": ")).toBe("\t      ");
  });
});
