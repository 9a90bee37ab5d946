import { fileURLToPath } from "node:url";
import type { Facts } from "@motcua/procedure";
import { type CompiledProcedure, loadCatalogue } from "@motcua/procedure/compile";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { celOracle } from "../../test/cel-oracle.ts";
import { loadModule } from "../../test/load-emitted.ts";
import { varied, valuesByKey } from "../../test/varied.ts";
import { generateSdk } from "../generate-sdk.ts";

/** Contexts for each expression of each procedure. */
const CONTEXTS = 1_000;

const { procedures } = await loadCatalogue(fileURLToPath(new URL("../../../../schemas", import.meta.url)));

/** Of all procedures: an address of one may take the place of another's. */
const values = valuesByKey(procedures.flatMap(({ samples }) => samples.flatMap(({ form, script = [] }) => [form, ...script.map(({ record }) => record)])));

function factsOf({ procedure, samples }: CompiledProcedure): fc.Arbitrary<Facts> {
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

describe.each(procedures)("every expression of $procedure.code", (compiled) => {
  const { expressions } = compiled.procedure;
  const module = loadModule(generateSdk(compiled.procedure));
  // `competent` and `receiving` name units; they are no expressions of facts.
  const oracles = Object.entries(expressions).map(([pointer, { source }]) => ({ pointer, source, evaluate: celOracle(source) }));

  test("has the verdict of the CEL library on generated forms, and never throws", () => {
    const verdicts = new Map<string, Set<unknown>>();
    fc.assert(
      fc.property(factsOf(compiled), (facts) => {
        for (const { pointer, source, evaluate } of oracles) {
          const [ours, theirs] = [module.expressions[pointer]?.(facts), evaluate(facts)];
          expect({ source, value: ours }).toEqual({ source, value: theirs });
          verdicts.set(pointer, (verdicts.get(pointer) ?? new Set()).add(JSON.stringify(ours)));
        }
      }),
      { numRuns: CONTEXTS },
    );
    // A rule that was never seen to hold, and to fail, was not compared. One may hide: what samples never say is not varied.
    const assertions = [...verdicts].filter(([pointer]) => pointer.endsWith("/assert"));
    const oneSided = assertions.filter(([, seen]) => !seen.has("true") || !seen.has("false")).map(([pointer]) => expressions[pointer]?.source);
    expect(oneSided.slice(1), String(oneSided)).toEqual([]);
  });

  test("takes forms of wrong types without throwing", () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true, withDate: true, withMap: true }), (form) => {
        for (const { pointer } of oracles) module.expressions[pointer]?.({ form, channel: "online", today: "2026-10-05", submittedOn: "2026-10-05" });
      }),
      { numRuns: 300 },
    );
  });
});
