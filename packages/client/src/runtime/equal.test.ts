import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { expect, test } from "vitest";
import { codePoints } from "./code-points.ts";
import { equal } from "./equal.ts";

test("JSON values are equal as their contents are, in whatever order of keys", () => {
  fc.assert(fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => equal(a, structuredClone(a)) && equal(a, b) === isDeepStrictEqual(JSON.parse(JSON.stringify(a)), JSON.parse(JSON.stringify(b)))));
  expect(equal({ a: 1, b: [2] }, { b: [2], a: 1 })).toBe(true);
  expect(equal([1, 2], [2, 1])).toBe(false);
});

test("what is inherited is not of the value, and lists are no objects", () => {
  expect([equal({ constructor: 1 }, { a: 1 }), equal([], {}), equal(null, {}), equal({ a: undefined }, { b: undefined })]).toEqual([false, false, false, false]);
});

test("values nested deeper than the stack are compared all the same", () => {
  const deep = (end: string) => JSON.parse("[".repeat(200_000) + end + "]".repeat(200_000)) as unknown;
  expect([equal(deep("1"), deep("1")), equal(deep("1"), deep("2"))]).toEqual([true, false]);
});

test("code points are counted as the language does, a lone surrogate being one", () => {
  fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => codePoints(text) === Array.from(text).length));
  expect([codePoints("\ud800"), codePoints("\udc00\ud800"), codePoints("😀\ud83d")]).toEqual([1, 2, 2]);
});
