import fc from "fast-check";
import { expect, test } from "vitest";
import { oneLine } from "./one-line.ts";

test("every run of white space becomes one space", () => {
  const piece = fc.constantFrom(" ", "\n", "\t", "\r", "\u00a0", "\u2028", "a", "ừ", "*/");
  fc.assert(fc.property(fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join("")), (text) => {
    expect(oneLine(text)).toBe(text.replace(/\s+/gu, " "));
  }));
});
