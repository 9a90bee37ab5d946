import type { Fee, ProcedureModule } from "@motcua/procedure";
import { describe, expect, it } from "vitest";
import { Life, must } from "./testing/life.ts";
import { realProcedures } from "./testing/real-procedures.ts";

const permit = (await realProcedures()).find(({ code }) => code === "1.013225");
if (permit === undefined) throw new Error("the building permit is gone");

const VISITS: Fee = {
  id: "phi_kiem_tra",
  name: { vi: "Phí kiểm tra, mỗi lần" },
  kind: "fee",
  quantity: "has(steps.tham_dinh.so_lan) ? steps.tham_dinh.so_lan : 1",
  amount: { state: "amount", vnd: 700_000, source: "thử" },
  collect: "return",
};

/** A permit with a fee for each visit, and what the other fee costs by its times. */
function atAppraisal(visits: number): Life {
  const { module, samples } = permit as {
    readonly module: ProcedureModule;
    readonly samples: readonly Life["sample"][];
  };
  const [own] = module.procedure.fees as readonly [Fee];
  let asked = 0;
  const changed: ProcedureModule = {
    ...module,
    procedure: { ...module.procedure, fees: [{ ...own, quantity: "1" }, VISITS] },
    expressions: {
      ...module.expressions,
      // Would cost more every time it is asked: a fee of the form's must not be asked again.
      "/procedure/fees/0/quantity": () => (asked += 1),
      "/procedure/fees/1/quantity": ({ steps }) => ((steps?.["tham_dinh"] as { readonly so_lan?: number } | undefined)?.so_lan === undefined ? 1 : visits),
    },
    checkRecord: (_, value) => ({ ok: true, value }),
  };
  const sample = samples.find(({ expected }) => expected.outcome === "accepted");
  if (sample === undefined) throw new Error("no sample");
  const life = new Life(changed, { ...sample, script: [] });
  must(life.submit());
  life.toTheEnd("tham_dinh");
  return life;
}

const costs = ({ state }: Life) => Object.fromEntries(state.fees.map(({ id, vnd }) => [id, vnd]));

describe("a fee that depends on what officers record", () => {
  it("is due by the record once it is made, and asked for in payments", () => {
    const life = atAppraisal(2);
    const before = costs(life);
    expect(before["phi_kiem_tra"]).toBe(700_000);
    must(life.complete("tham_dinh", "dat", { record: { so_lan: 2 } }));
    expect(costs(life)).toEqual({ ...before, phi_kiem_tra: 1_400_000 });
    expect(life.state.payments?.["phi_kiem_tra"]).toMatchObject({ state: "due", vnd: 1_400_000 });
    expect(life.events.filter(({ type }) => type === "fees-assessed")).toHaveLength(1);
  });

  it("refuses to change with a record that changes nothing", () => {
    const life = atAppraisal(1);
    must(life.complete("tham_dinh", "dat", { record: { so_lan: 1 } }));
    expect(life.events.some(({ type }) => type === "fees-assessed")).toBe(false);
  });
});
