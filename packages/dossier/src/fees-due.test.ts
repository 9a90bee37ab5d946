import type { Facts, Fee, ProcedureModule } from "@motcua/procedure";
import { describe, expect, it } from "vitest";
import { feesDue } from "./fees-due.ts";
import { realProcedures } from "./testing/real-procedures.ts";

const procedures = await realProcedures();
const copies = procedures.find(({ code }) => code === "2.000815");
if (copies === undefined) throw new Error("certified copies are gone");

/** The fee of certified copies for papers of so many pages in so many copies. */
function fee(papers: readonly (readonly [pages: number, copies: number])[], change: { readonly fee?: Partial<Fee>; readonly refused?: readonly number[] } = {}) {
  const { module } = copies as { readonly module: ProcedureModule };
  const [own] = module.procedure.fees;
  const changed = { ...module, procedure: { ...module.procedure, fees: [{ ...own, ...change.fee } as Fee] } };
  const facts: Facts = {
    form: { van_ban: papers.map(([so_trang, so_ban]) => ({ so_trang, so_ban })) }, channel: "counter", today: "2026-10-09", submittedOn: "2026-10-09", ask: {},
    steps: { tiep_nhan: { tu_choi: (change.refused ?? []).map((thu_tu) => ({ thu_tu, ly_do: "tu_lap" })) } },
  };
  return feesDue(changed, facts, { case: "trong_ngay", localFees: {} });
}

describe("a fee for each entry of a list", () => {
  it.each([[1, 2_000], [2, 4_000], [3, 5_000], [5, 7_000], [198, 200_000], [300, 200_000]])("takes tiers and cap of %i pages: %i đồng", (pages, vnd) => {
    expect(fee([[pages, 1]])).toMatchObject([{ vnd }]);
  });

  it("caps each copy, not the whole, and adds the papers up", () => {
    expect(fee([[300, 4], [2, 10]])).toMatchObject([{ vnd: 840_000 }]);
  });

  it("leaves out entries its condition leaves out, by their number", () => {
    expect(fee([[300, 4], [2, 10]], { refused: [1] })).toMatchObject([{ vnd: 40_000 }]);
  });

  it("refuses to make anything due of no entries", () => {
    expect(fee([])).toEqual([]);
    expect(fee([[1, 1]], { refused: [1] })).toEqual([]);
  });

  it("is unknown where one of its parts is", () => {
    expect(fee([[1, 1]], { fee: { amount: { state: "set-locally", source: "HĐND" } } })).toMatchObject([{ vnd: null }]);
  });
});
