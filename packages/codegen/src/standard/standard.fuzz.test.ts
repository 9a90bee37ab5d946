import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { judges, majority } from "../../test/form-oracle.ts";
import { loadIs, loadModule, loadZod } from "../../test/load-emitted.ts";
import { procedureWith } from "../../test/procedure-with.ts";
import { randomStandard, randomStandardValue } from "../../test/random-standard.ts";
import { generateSdk, type Schema } from "../index.ts";

const [SCHEMAS, VALUES] = [80, 60];

vi.setConfig({ testTimeout: 240_000 });

/** What the three emitters say of values, beside what most of ajv, TypeBox and json-schema-library say. */
function compared(schema: Schema, values: readonly unknown[]) {
  const sdk = generateSdk(procedureWith(schema), { dialect: "standard" });
  expect(sdk.problems).toEqual([]);
  const [{ is }, { problems }, { Form }, told] = [loadIs(sdk), loadModule(sdk), loadZod(sdk), majority(judges(schema))];
  return values.map((value) => ({ value, told: told(value), is: is(value), problems: problems(value, { today: "2026-01-01" }).length === 0, zod: Form.safeParse(value).success }));
}

test("predicates, checks and zod schemas say of random values under random schemas of the whole standard what most judges say", () => {
  const seen = { valid: 0, invalid: 0, divided: 0 };
  fc.assert(
    fc.property(randomStandard, fc.array(randomStandardValue, { minLength: VALUES, maxLength: VALUES }), (schema, values) => {
      for (const { value, told, is, problems, zod } of compared(schema, values)) {
        seen[told === undefined ? "divided" : told ? "valid" : "invalid"] += 1;
        expect({ value, problems, zod, is }).toEqual({ value, problems: is, zod: is, is: told ?? is });
      }
    }),
    { numRuns: SCHEMAS },
  );
  // A fuzz that meets one kind only proves nothing, and judges that seldom agree, or abstain, judge little: some 4 in 100 values are divided, in chunks.
  expect(Math.min(seen.valid, seen.invalid)).toBeGreaterThan((SCHEMAS * VALUES) / 20);
  expect(seen.divided).toBeLessThan((SCHEMAS * VALUES) / 5);
});
