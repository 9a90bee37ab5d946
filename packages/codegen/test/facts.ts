import type { Facts, Procedure, Sample } from "@motcua/procedure";
import fc from "fast-check";
import { varied, type ValuesByKey } from "./varied.ts";

/** What expressions of a procedure may meet: its samples' forms and records as others may have left them, on several days. `values` of other procedures may take the place of its own. */
export function variedFacts(procedure: Procedure, samples: readonly Sample[], values: ValuesByKey): fc.Arbitrary<Facts> {
  const day = fc.constantFrom("2026-10-05", "2026-10-13", "2024-02-29", "2027-01-01");
  const records = Object.fromEntries(samples.flatMap(({ script = [] }) => script.flatMap(({ step, record }) => (step === undefined || record === undefined ? [] : [[step, record]]))));
  return fc.record({
    form: fc.constantFrom(...samples).chain(({ form }) => varied(form, values)),
    channel: fc.constantFrom("online", "counter", "post"),
    today: day,
    submittedOn: day,
    ask: fc.dictionary(fc.constantFrom(...Object.keys(procedure.questions ?? { hoi: 1 })), fc.boolean()),
    steps: varied(records, values),
  }) as fc.Arbitrary<Facts>;
}

/** Values of the samples of several procedures: an address of one may take the place of another's. */
export function formsAndRecords(samples: readonly Sample[]): readonly unknown[] {
  return samples.flatMap(({ form, script = [] }) => [form, ...script.map(({ record }) => record)]);
}
