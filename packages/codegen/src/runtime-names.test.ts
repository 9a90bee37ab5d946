import * as runtime from "@motcua/client/runtime";
import { FUNCTIONS as DECLARED, parseExpression } from "@motcua/procedure/compile";
import { expect, test } from "vitest";
import { ARITHMETIC, COMPARISONS, FORMATS, FUNCTIONS, MACROS, METHODS, RUNTIME_NAMES } from "./runtime-names.ts";

test("the runtime exports every name that emitted modules may import", () => {
  expect(RUNTIME_NAMES.filter((name) => !Object.hasOwn(runtime, name))).toEqual([]);
  expect(new Set(RUNTIME_NAMES).size).toBe(RUNTIME_NAMES.length);
});

test("the formats are the runtime's, and each export judges the format of its name", () => {
  expect(Object.keys(FORMATS).toSorted()).toEqual(Object.keys(runtime.FORMATS).toSorted());
  const exported = runtime as unknown as Readonly<Record<string, unknown>>;
  for (const [format, name] of Object.entries(FORMATS)) expect(exported[name], format).toBe(runtime.FORMATS[format]);
});

test("the functions are those the compiler type-checks, with as many operands", () => {
  const declared = Object.fromEntries(Object.entries(DECLARED).map(([name, { parameters }]) => [name, parameters.length]));
  expect(Object.fromEntries(Object.entries(FUNCTIONS).map(([name, { operands }]) => [name, operands]))).toEqual(declared);
});

test("every operator, method and macro that the compiler parses can be printed", () => {
  const sources = [
    ...Object.keys(COMPARISONS).map((operator) => `form.a ${operator} form.b`),
    ...Object.keys(ARITHMETIC).map((operator) => `form.a ${operator} form.b`),
    ...Object.keys(METHODS).map((method) => `form.a.${method}('x')`),
    ...Object.keys(MACROS).map((macro) => `form.a.${macro}(x, x)`),
  ];
  for (const source of sources) expect(parseExpression(source).ok, source).toBe(true);
});
