import { validForms } from "@motcua/codegen/arbitrary";
import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { formOracle, judges, majority } from "../../../packages/codegen/test/form-oracle.ts";
import { mutated } from "./mutated.ts";
import { contextOf, sdkOf, SDKS, type SampledSdk } from "./samples.ts";

// Three thousand values and four validators each, on machines that do something else beside.
vi.setConfig({ testTimeout: 240_000 });

/** Values of each procedure, mutated samples for the most part. */
const VALUES = 3_000;
/** Of them drawn from the form itself: valid, and at its limits. */
const DRAWN = 300;

function structural({ module }: SampledSdk, form: unknown, sample: SampledSdk["samples"][number]) {
  return module.problems(form, contextOf(sample)).filter(({ code }) => !code.startsWith("rule-"));
}

/** What each of our validators says of a form's structure. */
function ours(sdk: SampledSdk, form: unknown, sample: SampledSdk["samples"][number]) {
  return { problems: structural(sdk, form, sample).length === 0, zod: sdk.zod.safeParse(form).success, is: sdk.is(form) };
}

describe.each(SDKS)("$code", (sdk) => {
  const isValid = formOracle(sdk.form);
  const told = majority(judges(sdk.form));
  const [first] = sdk.samples;
  if (first === undefined) throw new Error(`${sdk.code} has no sample`);

  test("problems, predicate and zod say of mutated samples what most of ajv, TypeBox and json-schema-library say; every problem stands once, at a place of its own", () => {
    const seen = { valid: 0, invalid: 0 };
    const sample = fc.constantFrom(...sdk.samples).chain((from) => fc.tuple(fc.constant(from), mutated(from.form)));
    fc.assert(
      fc.property(sample, ([from, form]) => {
        const problems = sdk.module.problems(form, contextOf(from));
        const said = ours(sdk, form, from);
        const valid = told(form) ?? said.is;
        seen[valid ? "valid" : "invalid"] += 1;
        expect(said).toEqual({ problems: valid, zod: valid, is: valid });
        expect(sdk.module.check(form, contextOf(from)).ok).toBe(problems.every(({ severity }) => severity === "warning"));
        expect(new Set(problems.map(({ code, pointer }) => `${code} ${pointer}`)).size).toBe(problems.length);
      }),
      { numRuns: VALUES - DRAWN },
    );
    // A fuzz that meets one kind only proves nothing.
    expect(Math.min(seen.valid, seen.invalid)).toBeGreaterThan(VALUES / 60);
  });

  test("every form drawn from the schema is valid to everyone, and what is next to it is judged alike", () => {
    fc.assert(
      fc.property(validForms(sdk.module, contextOf(first)), mutationSeed, (form, seed) => {
        expect({ ...ours(sdk, form, first), told: told(form) }).toEqual({ problems: true, zod: true, is: true, told: true });
        const [over] = fc.sample(mutated(form), { seed, numRuns: 1 });
        const valid = told(over) ?? sdk.is(over);
        expect(ours(sdk, over, first)).toEqual({ problems: valid, zod: valid, is: valid });
      }),
      { numRuns: DRAWN / 2 },
    );
  });

  test("takes no harm from values nobody would send in good faith", () => {
    const [sample] = sdk.samples;
    if (sample === undefined) throw new Error("no sample");
    const names = Object.keys(sample.form as object);
    for (const hostile of hostileValues()) {
      expect(sdk.module.check(hostile, contextOf(sample)).ok).toBe(false);
      expect(sdk.zod.safeParse(hostile).success).toBe(false);
      expect(sdk.is(hostile)).toBe(false);
      for (const name of names) {
        const form = { ...(sample.form as object), [name]: hostile };
        const problems = structural(sdk, form, sample);
        expect(problems.some(({ pointer }) => pointer === `/${name}` || pointer.startsWith(`/${name}/`)), name).toBe(true);
        expect(sdk.is(form), name).toBe(false);
      }
    }
  });

  test("finds an own __proto__ like any other key that the form does not have", () => {
    const [sample] = sdk.samples;
    if (sample === undefined) throw new Error("no sample");
    const form = JSON.parse(JSON.stringify(sample.form).replace("{", '{"__proto__":{"la":true},')) as unknown;
    expect(structural(sdk, form, sample)).toMatchObject([{ code: "unknown-field", pointer: "/__proto__" }]);
    expect([isValid(form), sdk.is(form)]).toEqual([false, false]);
    expect(sdk.zod.safeParse(form).success).toBe(false);
  });
});

const mutationSeed = fc.noBias(fc.nat({ max: 2 ** 31 - 1 }));

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
  expect([formOracle(sdk.form)(form), formOracle(forgetful)(form), structural(sdk, form, sample).length === 0]).toEqual([false, true, false]);
});
