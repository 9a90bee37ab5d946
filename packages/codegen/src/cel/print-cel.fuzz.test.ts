import { fileURLToPath } from "node:url";
import { isDeepStrictEqual } from "node:util";
import { loadCatalogue } from "@motcua/procedure/compile";
import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { celOracle } from "../../test/cel-oracle.ts";
import { formsAndRecords, variedFacts } from "../../test/facts.ts";
import { loadModule } from "../../test/load-emitted.ts";
import { valuesByKey } from "../../test/varied.ts";
import { generateSdk } from "../generate-sdk.ts";

/** Contexts for each expression of each procedure; ten thousand where MOTCUA_SLOW is set. */
const CONTEXTS = process.env["MOTCUA_SLOW"] === "1" ? 10_000 : 1_000;

vi.setConfig({ testTimeout: 600_000 });

const { procedures } = await loadCatalogue(fileURLToPath(new URL("../../../../schemas", import.meta.url)));

const values = valuesByKey(formsAndRecords(procedures.flatMap(({ samples }) => samples)));

describe.each(procedures)("every expression of $procedure.code", (compiled) => {
  const { expressions } = compiled.procedure;
  const module = loadModule(generateSdk(compiled.procedure));
  // `competent` and `receiving` name units; they are no expressions of facts.
  const oracles = Object.entries(expressions).map(([pointer, { source }]) => ({ pointer, source, evaluate: celOracle(source) }));

  test("has the verdict of the CEL library on generated forms, and never throws", () => {
    const verdicts = new Map<string, Set<unknown>>();
    fc.assert(
      fc.property(variedFacts(compiled.procedure, compiled.samples, values), (facts) => {
        for (const { pointer, source, evaluate } of oracles) {
          const [ours, theirs] = [module.expressions[pointer]?.(facts), evaluate(facts)];
          if (!isDeepStrictEqual(ours, theirs)) expect({ source, value: ours }).toEqual({ source, value: theirs });
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
