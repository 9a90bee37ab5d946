import fc from "fast-check";
import { validForms } from "@motcua/codegen/arbitrary";
import { judges, majority } from "../../packages/codegen/test/form-oracle.ts";
import { mutated } from "../../examples/sdk/test/mutated.ts";
import { contextOf, SDKS, type SampledSdk } from "../../examples/sdk/test/samples.ts";
import { figure, type Row } from "../row.ts";

/** Values of each procedure. */
const VALUES = 100_000;
/** Of them drawn from the form, all valid, many at its limits. */
const DRAWN = 500;
/** At a time, so that memory stays what it is. */
const BATCH = 5_000;

/** Values on which predicate, problems and zod do not say what most of ajv, TypeBox and json-schema-library say, of all procedures. */
export function agreement(): readonly Row[] {
  const differing = SDKS.reduce((sum, sdk) => sum + differences(sdk), 0);
  return [figure("sdk", { name: `values of ${SDKS.length} procedures judged differently, of ${VALUES} each`, value: differing, unit: "values", atMost: 0 })];
}

function differences(sdk: SampledSdk): number {
  const [sample] = sdk.samples;
  if (sample === undefined) return 0;
  const context = contextOf(sample);
  const told = majority(judges(sdk.form));
  const seeds = [...sdk.samples.map(({ form }) => form), ...fc.sample(validForms(sdk.module, context), { numRuns: DRAWN, seed: 1 })];
  let found = 0;
  for (let done = 0; done < VALUES; done += BATCH) {
    for (const form of fc.sample(fc.constantFrom(...seeds).chain(mutated), { numRuns: BATCH, seed: done + 1 })) {
      const is = sdk.is(form);
      const problems = sdk.module.problems(form, context).every(({ code }) => code.startsWith("rule-"));
      if (is !== problems || is !== sdk.zod.safeParse(form).success || is !== (told(form) ?? is)) found += 1;
    }
  }
  return found;
}
