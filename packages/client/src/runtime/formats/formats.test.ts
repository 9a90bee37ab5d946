import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { FORMATS } from "./formats.ts";

const files = readdirSync(new URL(".", import.meta.url));

test("every format has a file of its own, and a test beside it", () => {
  for (const name of Object.keys(FORMATS)) expect(files).toEqual(expect.arrayContaining([`${name}.ts`, `${name}.test.ts`]));
});

test("no format is slow on a text made to be slow", () => {
  const texts = ["a".repeat(50_000), `${"a-".repeat(25_000)}!`, `${"a.".repeat(25_000)}@`, `${"A ’".repeat(20_000)}1`, "1".repeat(50_000), `a@${"a-".repeat(25_000)}`];
  const start = performance.now();
  for (const { test: judge } of Object.values(FORMATS)) for (const text of texts) judge(text);
  // Quadratic time would be minutes here: this tells a hang, not a slow machine.
  expect(performance.now() - start).toBeLessThan(10_000);
});

test("no format remembers what it judged before", () => {
  for (const { test: judge } of Object.values(FORMATS)) expect([judge("01"), judge("x"), judge("01")]).toEqual([judge("01"), judge("x"), judge("01")]);
});
