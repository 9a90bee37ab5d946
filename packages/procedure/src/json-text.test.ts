import fc from "fast-check";
import { expect, test } from "vitest";
import { jsonText } from "./json-text.ts";

test("a text is written as JSON.stringify writes it", () => {
  fc.assert(fc.property(fc.string({ unit: "binary" }), fc.nat(0xffff), (text, unit) => {
    for (const one of [text, String.fromCharCode(unit), text + String.fromCharCode(unit)]) expect(jsonText(one)).toBe(JSON.stringify(one));
  }));
  for (let unit = 0; unit < 0x10000; unit += 1) expect(jsonText(String.fromCharCode(unit))).toBe(JSON.stringify(String.fromCharCode(unit)));
});
