import type { FormSchema } from "@motcua/procedure";
import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { judges, majority } from "../../test/form-oracle.ts";
import { loadIs, loadModule, loadZod } from "../../test/load-emitted.ts";
import { procedureWith } from "../../test/procedure-with.ts";
import { DEFINITIONS, randomSchema, randomValue } from "../../test/random-schema.ts";
import { generateSdk } from "../generate-sdk.ts";

vi.setConfig({ testTimeout: 240_000 });

test("predicate, checks and zod schemas say of random values under random forms what most of ajv, TypeBox and json-schema-library say", () => {
  const [forms, values] = [150, 60];
  const seen = { valid: 0, invalid: 0, divided: 0 };
  fc.assert(
    fc.property(randomSchema, fc.array(randomValue, { minLength: values, maxLength: values }), (inside, samples) => {
      // As a field, so that also what is no object is looked at.
      const form: FormSchema = { type: "object", properties: { x: inside }, $defs: DEFINITIONS };
      const sdk = generateSdk(procedureWith(form));
      expect(sdk.problems).toEqual([]);
      const [{ is }, module, zod, majorityOf] = [loadIs(sdk), loadModule(sdk), loadZod(sdk), majority(judges(form))];
      for (const sample of samples.map((x) => ({ x }))) {
        const told = majorityOf(sample);
        seen[told === undefined ? "divided" : told ? "valid" : "invalid"] += 1;
        const valid = told ?? is(sample);
        const said = { is: is(sample), problems: module.problems(sample, { today: "2026-01-01" }).length === 0, zod: zod.Form.safeParse(sample).success };
        expect({ sample, ...said }).toEqual({ sample, is: valid, problems: valid, zod: valid });
      }
    }),
    { numRuns: forms },
  );
  // A fuzz that meets one kind only proves nothing, and judges that never agree judge nothing.
  expect(Math.min(seen.valid, seen.invalid)).toBeGreaterThan((forms * values) / 60);
  expect(seen.divided).toBeLessThan((forms * values) / 100);
});
