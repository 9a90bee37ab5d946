import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { communeModule, communeTable } from "../scripts/generate-commune-table.ts";
import { communes, provinces } from "../src/runtime/commune-index.ts";

interface CodeList {
  readonly values: readonly { readonly code: string; readonly province: string }[];
}

const list = (name: string) => JSON.parse(readFileSync(new URL(`../../../schemas/shared/code-lists/${name}.json`, import.meta.url), "utf8")) as CodeList;

test("the table is generated from the code list: node --import tsx packages/client/scripts/generate-commune-table.ts", () => {
  expect(readFileSync(new URL("../src/runtime/commune-table.ts", import.meta.url), "utf8")).toBe(communeModule());
});

test("unfolded it is the code list again, commune by commune", () => {
  expect([...communes()]).toEqual(list("communes-2025").values.map(({ code, province }) => [code, province]));
  expect([...provinces()].toSorted()).toEqual(list("provinces-34").values.map(({ code }) => code).toSorted());
});

test("refuses a list with a gap that one character cannot say", () => {
  expect(() => communeTable({ asOf: "2026-01-01", values: [{ code: "00001", province: "01" }, { code: "09999", province: "01" }] })).toThrow(RangeError);
});
