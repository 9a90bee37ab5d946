import type { Facts, Procedure, Sample } from "@motcua/procedure";
import fc from "fast-check";
import { varied, type ValuesByKey } from "./varied.ts";

/** What expressions of a procedure may meet: its samples' forms, records and entries of lists as others may have left them, on several days. `values` of other procedures may take the place of its own. */
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
    item: fc.constantFrom(...entriesIn(samples.map(({ form }) => form)), undefined).chain((entry) => varied(entry, values)),
    nth: fc.integer({ min: 1, max: 3 }),
    record: fc.constantFrom(...Object.values(records), undefined).chain((record) => varied(record, values)),
  }) as fc.Arbitrary<Facts>;
}

/** The entries of all lists in a value: what is read once for each of them. */
function entriesIn(value: unknown): readonly unknown[] {
  if (typeof value !== "object" || value === null) return [];
  const inside = Object.values(value).flatMap((one: unknown) => [...(Array.isArray(one) ? (one as readonly unknown[]) : []), ...entriesIn(one)]);
  return inside.filter((one) => typeof one === "object");
}

/** Values of the samples of several procedures: an address of one may take the place of another's. */
export function formsAndRecords(samples: readonly Sample[]): readonly unknown[] {
  return samples.flatMap(({ form, script = [] }) => [form, ...script.map(({ record }) => record)]);
}
