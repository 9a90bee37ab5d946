import type { FormSchema } from "@motcua/procedure";
import fc from "fast-check";
import { expect, test } from "vitest";
import { formOracle } from "../../test/form-oracle.ts";
import { loadModule, loadZod } from "../../test/load-emitted.ts";
import { procedureWith } from "../../test/procedure-with.ts";
import { DEFINITIONS, randomSchema, randomValue } from "../../test/random-schema.ts";
import { generateSdk } from "../generate-sdk.ts";

test("checks, zod schemas and ajv give one verdict on random forms and values", () => {
  const [forms, values] = [150, 60];
  fc.assert(
    fc.property(randomSchema, fc.array(randomValue, { minLength: values, maxLength: values }), (inside, samples) => {
      // As a field, so that also what is no object is looked at.
      const form: FormSchema = { type: "object", properties: { x: inside }, $defs: DEFINITIONS };
      const sdk = generateSdk(procedureWith(form));
      expect(sdk.problems).toEqual([]);
      const [module, zod, isValid] = [loadModule(sdk), loadZod(sdk), formOracle(form)];
      for (const sample of samples.map((x) => ({ x }))) {
        const valid = isValid(sample);
        const said = { problems: module.problems(sample, { today: "2026-01-01" }).length === 0, zod: zod.Form.safeParse(sample).success };
        expect({ sample, ...said }).toEqual({ sample, problems: valid, zod: valid });
      }
    }),
    { numRuns: forms },
  );
});
