import { beforeEach, describe, expect, it } from "vitest";
import type { Act, Caller } from "./handlers.ts";
import { CITIZEN, CLERK, complete, EXPERT, LEADER, sampleShop, submitted, type SampleShop } from "./testing/sample-shop.ts";

describe("what a person may do in a dossier without a task", () => {
  let shop: SampleShop;
  let code: string;
  beforeEach(async () => {
    shop = await sampleShop(async () => ({ outcome: "done", reference: "R-1" }));
    code = await submitted(shop);
  });

  const actsOf = async (caller: Caller) => {
    const found = await shop.handlers.dossier(caller, code);
    return found.ok ? found.value.acts.toSorted() : [];
  };
  const act = async (caller: Caller, what: Act) => {
    const done = await shop.handlers.act(caller, code, what, shop.key("act"));
    if (!done.ok) throw new Error(done.problems.map((each) => each.code).join());
  };

  it("is said to each, and changes as the dossier goes on", async () => {
    expect(await actsOf(CITIZEN)).toEqual(["withdraw"]);
    expect(await actsOf(CLERK)).toEqual(["record-payment", "waive-fee"]);
    expect(await actsOf(LEADER)).toEqual([]);
    await complete(shop, CLERK, { code, step: "tiep_nhan", outcome: "accept" });
    expect(await actsOf(LEADER)).toEqual(["recompute-due"]);
    expect(await actsOf(EXPERT)).toEqual([]);
    await act(CLERK, { act: "record-payment", fee: "le_phi", vnd: 5000, receipt: "BL-1" });
    expect(await actsOf(CLERK)).toEqual([]);
    await act(CITIZEN, { act: "withdraw" });
    expect(await actsOf(CITIZEN)).toEqual(["revoke-withdrawal"]);
    expect(await actsOf(CLERK)).toEqual(["confirm-withdrawal"]);
    await act(CLERK, { act: "confirm-withdrawal", papersReturned: true, refundVnd: 5000 });
    expect(await actsOf(CLERK)).toEqual([]);
    const closed = await shop.handlers.dossier(CITIZEN, code);
    expect(closed.ok && closed.value.state.refundVnd).toBe(5000);
    expect(closed.ok && closed.value.history.map(({ text }) => text.vi)).toContain("Xác nhận rút hồ sơ, trả lại giấy tờ, hoàn 5.000 đồng");
  });

  it("is what can be done: each act that is not offered is refused", async () => {
    const acts: readonly Act[] = [
      { act: "withdraw" },
      { act: "revoke-withdrawal" },
      { act: "rate", score: 5 },
      { act: "record-payment", fee: "le_phi", vnd: 5000, receipt: "BL-1" },
      { act: "waive-fee", fee: "le_phi", reason: "Hộ nghèo" },
      { act: "confirm-withdrawal", papersReturned: true, refundVnd: 0 },
      { act: "recompute-due", decision: "QĐ 1", due: "2026-11-25T17:00:00+07:00" },
      { act: "supplement", documents: [] },
    ];
    for (const caller of [CITIZEN, CLERK, LEADER, EXPERT]) {
      const offered = await actsOf(caller);
      for (const what of acts.filter((each) => !offered.includes(each.act as (typeof offered)[number]))) {
        const done = await shop.handlers.act(caller, code, what, shop.key("act"));
        expect(`${caller.sub} ${what.act} ${done.ok}`).toBe(`${caller.sub} ${what.act} false`);
      }
    }
  });
});
