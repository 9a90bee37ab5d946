import { FORMATS } from "@motcua/client/runtime";
import type { FormSchema } from "@motcua/procedure";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mutated } from "./mutated.ts";
import { contextOf, sdkOf, SDKS, type SampledSdk } from "./samples.ts";

/** Of each procedure; the sum is what the README says. */
const VALUES = 1_000;

/** Whether ajv finds the structure valid, our functions registered as its formats. */
function ajvOf(form: FormSchema): (value: unknown) => boolean {
  const ajv = new Ajv2020({ strict: false, ownProperties: true, formats: Object.fromEntries(Object.entries(FORMATS).map(([name, { test: judge }]) => [name, judge])) });
  return ajv.compile(structuredClone(form) as object) as (value: unknown) => boolean;
}

function structural({ module }: SampledSdk, form: unknown, sample: SampledSdk["samples"][number]) {
  return module.problems(form, contextOf(sample)).filter(({ code }) => !code.startsWith("rule-"));
}

describe.each(SDKS)("$code", (sdk) => {
  const isValid = ajvOf(sdk.form);

  test("problems, check, zod and ajv agree on mutated samples; every problem stands once, at a place of its own", () => {
    const seen = { valid: 0, invalid: 0 };
    const sample = fc.constantFrom(...sdk.samples).chain((from) => fc.tuple(fc.constant(from), mutated(from.form)));
    fc.assert(
      fc.property(sample, ([from, form]) => {
        const problems = sdk.module.problems(form, contextOf(from));
        const found = structural(sdk, form, from);
        const valid = isValid(form);
        seen[valid ? "valid" : "invalid"] += 1;
        expect({ problems: found.length === 0, zod: sdk.zod.safeParse(form).success }).toEqual({ problems: valid, zod: valid });
        expect(sdk.module.check(form, contextOf(from)).ok).toBe(problems.every(({ severity }) => severity === "warning"));
        expect(new Set(problems.map(({ code, pointer }) => `${code} ${pointer}`)).size).toBe(problems.length);
      }),
      { numRuns: VALUES },
    );
    // A fuzz that meets one kind only proves nothing.
    expect(Math.min(seen.valid, seen.invalid)).toBeGreaterThan(VALUES / 50);
  });

  test("takes no harm from values nobody would send in good faith", () => {
    const [sample] = sdk.samples;
    if (sample === undefined) throw new Error("no sample");
    const names = Object.keys(sample.form as object);
    for (const hostile of hostileValues()) {
      expect(sdk.module.check(hostile, contextOf(sample)).ok).toBe(false);
      expect(sdk.zod.safeParse(hostile).success).toBe(false);
      for (const name of names) {
        const form = { ...(sample.form as object), [name]: hostile };
        const problems = structural(sdk, form, sample);
        expect(problems.some(({ pointer }) => pointer === `/${name}` || pointer.startsWith(`/${name}/`)), name).toBe(true);
      }
    }
  });

  test("finds an own __proto__ like any other key that the form does not have", () => {
    const [sample] = sdk.samples;
    if (sample === undefined) throw new Error("no sample");
    const form = JSON.parse(JSON.stringify(sample.form).replace("{", '{"__proto__":{"la":true},')) as unknown;
    expect(structural(sdk, form, sample)).toMatchObject([{ code: "unknown-field", pointer: "/__proto__" }]);
    expect(isValid(form)).toBe(false);
    expect(sdk.zod.safeParse(form).success).toBe(false);
  });
});

/** None of them is of a type or a list that a form has at its root's fields. */
function hostileValues(): readonly unknown[] {
  const [list, object] = ["[", '{"a":'].map((open) => JSON.parse(open.repeat(10_000) + "1" + (open === "[" ? "]" : "}").repeat(10_000)) as unknown);
  return [list, object, null, Number.NaN, Number.POSITIVE_INFINITY, Array.from({ length: 10_000 }, () => null), Object.create({ tre: {} }), new Map(), Symbol.iterator, () => 1, 10n];
}

test("a planted fault is found: a validator that forgets one limit disagrees with ajv", () => {
  const sdk = sdkOf("1.001193");
  const sample = sdk?.samples.find(({ expected }) => expected.outcome === "accepted");
  if (sdk === undefined || sample === undefined) throw new Error("no sample");
  const form = structuredClone(sample.form) as { tre: { gioi_tinh: string } };
  form.tre.gioi_tinh = "khac";
  const forgetful = structuredClone(sdk.form) as { $defs: { GioiTinh: { enum?: unknown } } };
  delete forgetful.$defs.GioiTinh.enum;
  expect([ajvOf(sdk.form)(form), ajvOf(forgetful as unknown as FormSchema)(form), structural(sdk, form, sample).length === 0]).toEqual([false, true, false]);
});
