import type { Facts, ProcedureModule, ResultDefinition } from "@motcua/procedure";
import { describe, expect, it } from "vitest";
import { type Life, must } from "./testing/life.ts";
import { redrawn } from "./testing/redrawn.ts";

type Chosen = "dai_han" | "ngan_han" | "khong";

const result = (id: Chosen, more: Partial<ResultDefinition> = {}): ResultDefinition => ({ id, name: { vi: id }, signed: true, sealed: true, when: `steps.x == '${id}'`, ...more });

/** A building permit that yields one of two results, whichever is chosen at a moment. */
async function choosing(chosen: (facts: Facts) => Chosen, validity: ResultDefinition["validity"] = []): Promise<Life> {
  const results = [result("dai_han", { validity }), result("ngan_han")];
  const ways = typeof validity === "string" ? [] : validity;
  const life = await redrawn({}, ({ procedure, expressions }): Partial<ProcedureModule> => ({
    procedure: { ...procedure, workflow: { ...procedure.workflow, steps: withoutResult(procedure.workflow.steps) }, results },
    expressions: {
      ...expressions,
      "/procedure/results/0/when": (facts) => chosen(facts) === "dai_han",
      "/procedure/results/1/when": (facts) => chosen(facts) === "ngan_han",
      ...Object.fromEntries(ways.flatMap(({ when, until }, nth) => [
        ...(when === undefined ? [] : [[`/procedure/results/0/validity/${nth}/when`, () => when === "true"] as const]),
        ...(until === undefined ? [] : [[`/procedure/results/0/validity/${nth}/until`, () => (until === "absent" ? undefined : until)] as const]),
      ])),
    },
  }));
  must(life.submit());
  return life;
}

function withoutResult(steps: ProcedureModule["procedure"]["workflow"]["steps"]): typeof steps {
  return Object.fromEntries(Object.entries(steps).map(([id, step]) => {
    if (step.kind !== "sign" && step.kind !== "seal") return [id, step];
    const { result: _, ...rest } = step;
    return [id, { ...rest, results: ["dai_han", "ngan_han"] }];
  }));
}

describe("several results of which one is issued", () => {
  it("are signed and sealed by one step each, whichever applies", async () => {
    for (const chosen of ["dai_han", "ngan_han"] as const) {
      const life = await choosing(() => chosen);
      life.toTheEnd();
      expect(Object.keys(life.state.results)).toEqual([chosen]);
      expect(life.state.results[chosen]).toMatchObject({ signedAt: expect.any(String), number: life.state.code });
      expect(life.state.nationalStatus).toBe(10);
    }
  });

  it("refuses a signature where none applies", async () => {
    const life = await choosing(() => "khong");
    expect(() => life.toTheEnd()).toThrow("no-result-applies");
  });

  it.each([
    ["a time from the day of issue", [{ time: "12mo" }], 12],
    ["the first way that applies", [{ when: "false", time: "1mo" }, { when: "true", time: "24mo" }, { time: "12mo" }], 24],
    ["the day that is said, where it comes first", [{ until: "2027-01-31", time: "120mo" }], "2027-01-31"],
    ["the time, where that comes first", [{ until: "2099-01-31", time: "12mo" }], 12],
    ["the time alone, where no day is there", [{ until: "absent", time: "12mo" }], 12],
    ["no end, where no way applies", [{ when: "false", time: "1mo" }], undefined],
  ] as const)("are valid to %s", async (_, validity, until) => {
    const life = await choosing(() => "dai_han", validity);
    life.toTheEnd();
    const { signedAt = "", validUntil } = life.state.results["dai_han"] ?? {};
    if (typeof until !== "number") expect(validUntil).toBe(until);
    else expect(validUntil?.slice(0, 7)).toBe(new Date(Date.UTC(Number(signedAt.slice(0, 4)), Number(signedAt.slice(5, 7)) - 1 + until, 1)).toISOString().slice(0, 7));
  });
});
