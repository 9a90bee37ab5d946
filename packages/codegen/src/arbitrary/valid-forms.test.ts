import type { FormSchema } from "@motcua/procedure";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FORMATS } from "@motcua/client/runtime";
import { formOracle } from "../../test/form-oracle.ts";
import { loadModule } from "../../test/load-emitted.ts";
import { procedureWith } from "../../test/procedure-with.ts";
import { generateSdk } from "../generate-sdk.ts";
import { FORMAT_VALUES } from "./format-values.ts";
import { validForms } from "./valid-forms.ts";

const CONTEXT = { today: "2026-10-05" };

const form: FormSchema = {
  type: "object",
  additionalProperties: false,
  required: ["kind", "count", "list"],
  properties: {
    kind: { type: "string", enum: ["card", "passport"] },
    number: { type: "string", minLength: 1, maxLength: 20 },
    count: { type: "integer", minimum: 2, maximum: 5 },
    list: { type: "array", minItems: 1, maxItems: 3, items: { $ref: "#/$defs/Day" } },
    note: { type: "string", maxLength: 3 },
  },
  allOf: [
    // oxlint-disable-next-line unicorn/no-thenable -- a word of JSON Schema
    { if: { properties: { kind: { const: "card" } }, required: ["kind"] }, then: { required: ["number"], properties: { number: { pattern: "^\\d{12}$" } } } },
    // oxlint-disable-next-line unicorn/no-thenable -- a word of JSON Schema
    { if: { properties: { kind: { const: "passport" } }, required: ["kind"] }, then: { not: { required: ["note"] } } },
  ],
  $defs: { Day: { type: "string", format: "date" } },
};

const module = loadModule(generateSdk(procedureWith(form)));
const drawn = (seed: number, numRuns = 300) => fc.sample(validForms(module, CONTEXT), { seed, numRuns }) as readonly { readonly kind: string; readonly number?: string; readonly count: number; readonly list: readonly unknown[]; readonly note?: string }[];

describe("forms drawn from a schema", () => {
  it("are valid to ajv as well, conditions included", () => {
    const isValid = formOracle(form);
    expect(drawn(1).filter((one) => !isValid(one))).toEqual([]);
  });

  it("meet every branch and both ends of every limit", () => {
    const all = drawn(2);
    expect(new Set(all.map(({ kind }) => kind))).toEqual(new Set(["card", "passport"]));
    expect([Math.min(...all.map(({ count }) => count)), Math.max(...all.map(({ count }) => count))]).toEqual([2, 5]);
    expect(new Set(all.map(({ list }) => list.length))).toEqual(new Set([1, 2, 3]));
    expect(all.some(({ number = "" }) => [...number].length === 20) && all.some(({ number }) => number === undefined)).toBe(true);
    // Three code points are six UTF-16 units where the characters are astral.
    expect(all.some(({ note = "" }) => note.length === 6)).toBe(true);
  });

  it("are the same for the same seed, and others for another", () => {
    expect(drawn(3, 20)).toEqual(drawn(3, 20));
    expect(drawn(3, 20)).not.toEqual(drawn(4, 20));
  });

  it("have values that exist for every format", () => {
    expect(Object.keys(FORMAT_VALUES).toSorted()).toEqual(Object.keys(FORMATS).toSorted());
    for (const [format, values] of Object.entries(FORMAT_VALUES)) expect([format, values.filter((value) => FORMATS[format]?.test(value) !== true)]).toEqual([format, []]);
  });

  it("refuses a form that contradicts itself, and does not look for ever", () => {
    const never = loadModule(generateSdk(procedureWith({ type: "object", required: ["a"], not: { required: ["a"] } })));
    expect(() => fc.sample(validForms(never, CONTEXT), { seed: 1, numRuns: 1 })).toThrow(RangeError);
  });
});
