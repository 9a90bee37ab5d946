import fc from "fast-check";
import { validForms } from "@motcua/codegen/arbitrary";
import type { Schema } from "../../packages/codegen/src/index.ts";
import { judges, majority } from "../../packages/codegen/test/form-oracle.ts";
import { mutated } from "../../examples/sdk/test/mutated.ts";
import { contextOf, SDKS, type SampledSdk } from "../../examples/sdk/test/samples.ts";
import { peers } from "../peers/peers.ts";
import { plainForm } from "../peers/plain-form.ts";
import { progress } from "../progress.ts";
import { figure, type Row } from "../row.ts";
import { beside } from "./beside.ts";

/** Values of each procedure. */
const VALUES = Number(process.env["MOTCUA_BENCH_VALUES"] ?? 100_000);
/** Of them drawn from the form, all valid, many at its limits. */
const DRAWN = 500;
/** Values of each procedure that peers judge. */
const PEER_VALUES = 2_000;
/** At a time, so that memory stays what it is. */
const BATCH = Math.min(5_000, VALUES);

/** Values on which predicate, problems and zod do not say what most of ajv, TypeBox and json-schema-library say, of all procedures; and the same of peers, on fewer values. */
export function agreement(): readonly Row[] {
  const differing = SDKS.reduce((sum, sdk) => {
    progress(`${VALUES} values of ${sdk.code}`);
    return sum + differences(sdk);
  }, 0);
  return [
    figure("sdk", { name: `values of ${SDKS.length} procedures judged differently, of ${VALUES} each`, value: differing, unit: "values", atMost: 0 }),
    ...besidePeers(),
  ];
}

/** Values judged otherwise than the majority judges; all of a form that a peer refuses, or fails at. The formats are ours alone, so no value turns on one. */
function besidePeers(): readonly Row[] {
  const seen = SDKS.map((sdk) => ({ sdk, form: plainForm(sdk.form) as Schema, values: judged(sdk) }));
  const makers = peers(seen.map(({ form }) => form));
  const own = seen.reduce((sum, { sdk, values }) => sum + values.filter(({ form, valid }) => sdk.is(form) !== valid).length, 0);
  return makers.map(([peer, make]) => {
    progress(`${PEER_VALUES} values of each procedure through ${peer}`);
    const peerValue = seen.reduce((sum, { form: schema, values }) => {
      const validator = attempt(() => make(schema, {}));
      return sum + values.filter(({ form, valid }) => attempt(() => validator?.(form)) !== valid).length;
    }, 0);
    return beside({ name: `values of ${SDKS.length} procedures judged otherwise or refused, of ${PEER_VALUES} each, beside ${peer}`, value: own, unit: "values", peer, peerValue });
  });
}

/** Values that no format decides, with what most of the oracles say of them. */
function judged(sdk: SampledSdk): readonly { readonly form: unknown; readonly valid: boolean }[] {
  const [told, unformatted] = [judges(sdk.form), judges(withoutFormats(sdk.form))].map((all) => majority(all));
  const samples = fc.sample(fc.constantFrom(...sdk.samples.map(({ form }) => form)).chain(mutated), { numRuns: PEER_VALUES, seed: 1 });
  return [...sdk.samples.map(({ form }) => form), ...samples].flatMap((form) => {
    const valid = told?.(form);
    return valid === undefined || valid !== unformatted?.(form) ? [] : [{ form, valid }];
  });
}

function withoutFormats<T>(schema: T): T {
  return JSON.parse(JSON.stringify(schema, (key, value: unknown) => (key === "format" && typeof value === "string" ? undefined : value))) as T;
}

function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
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
