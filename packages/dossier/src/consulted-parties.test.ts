import type { ProcedureModule } from "@motcua/procedure";
import { describe, expect, it } from "vitest";
import { consultedParties } from "./consulted-parties.ts";
import { realProcedures } from "./testing/real-procedures.ts";

const marital = (await realProcedures()).find(({ code }) => code === "1.000894");
if (marital === undefined) throw new Error("the marriage is gone");
const STEP = "xac_minh";
const reach = {
  competentUnit: "H20.015",
  unitOfCommune: (commune: string) => (commune === "28249" ? "H20.001" : undefined),
  unitNamed: () => ({ unit: "H20.015" }),
};

/** Whom a list of communes asks. */
function asked(units: unknown): readonly string[] {
  const { module } = marital as { readonly module: ProcedureModule };
  const changed = {
    ...module,
    expressions: { ...module.expressions, [`/workflow/steps/${STEP}/units`]: () => units },
  };
  const facts = {
    form: {},
    channel: "counter",
    today: "2026-10-05",
    submittedOn: "2026-10-05",
  } as const;
  return consultedParties(changed, STEP, { facts, reach }).map(({ unit, of }) => (of === undefined ? unit : `${of} through ${unit}`));
}

describe("communes that are consulted", () => {
  it("are asked once each, those of other provinces through the competent unit", () => {
    expect(asked(["28249", "25747", "28249"])).toEqual(["H20.001", "25747 through H20.015"]);
  });

  it("refuses to ask nobody where an entry names no commune", () => {
    expect(asked(["", "28249"])).toEqual(["H20.001"]);
    expect(asked([""])).toEqual([]);
  });
});
