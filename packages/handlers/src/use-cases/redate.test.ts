import type { Result } from "@motcua/procedure";
import { beforeEach, describe, expect, it } from "vitest";
import type { Act, Caller } from "../handlers.ts";
import { CITIZEN, CLERK, complete, EXPERT, LEADER, sampleShop, submitted, type SampleShop } from "../testing/sample-shop.ts";

const DECISION = "QĐ 12/QĐ-UBND ngày 05/10/2026";
const REDATE: Act = { act: "recompute-due", decision: DECISION, due: "2026-10-12T17:00:00+07:00" };

describe("a decision after a change of calendar", () => {
  let shop: SampleShop;
  let code: string;
  beforeEach(async () => {
    shop = await sampleShop(async () => ({ outcome: "done", reference: "R-1" }));
    code = await submitted(shop);
    await complete(shop, CLERK, { code, step: "tiep_nhan", outcome: "accept" });
  });

  const act = (caller: Caller, what: Act) => shop.handlers.act(caller, code, what, shop.key("act"));
  const codes = (result: Result<unknown>) => (result.ok ? [] : result.problems.map(({ code: each, pointer }) => `${each} ${pointer}`));

  it("moves the date for whoever signs, and tells the applicant by which decision", async () => {
    expect(codes(await act(LEADER, REDATE))).toEqual([]);
    const found = await shop.handlers.dossier(CITIZEN, code);
    if (!found.ok) throw new Error("not seen");
    expect(found.value.state).toMatchObject({ firstDue: "2026-10-08T17:00:00+07:00", due: "2026-10-12T17:00:00+07:00" });
    expect(found.value.history.find(({ note }) => note === DECISION)?.text.vi).toContain("Điều chỉnh ngày hẹn trả");
  });

  it.each([["who examines", EXPERT], ["the intake", CLERK], ["the applicant", CITIZEN]] as const)("refuses it to %s", async (_, caller) => {
    expect(codes(await act(caller, REDATE))).toEqual(["not-your-task /act"]);
  });
});
