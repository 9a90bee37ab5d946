import { describe, expect, it } from "vitest";
import type { Actor } from "../actor.ts";
import { CITIZEN, type Life, must } from "../testing/life.ts";
import { redrawn } from "../testing/redrawn.ts";

const CLERK = { kind: "officer", id: "clerk", role: "can_bo_tiep_nhan" } as const;

/** An accepted building permit whose fee is paid; whether it is paid back the definition says. */
async function paid(refundable: boolean): Promise<{ readonly life: Life; readonly fee: string; readonly vnd: number; readonly clerk: Actor }> {
  const life = await redrawn({}, ({ procedure }) => ({ procedure: { ...procedure, fees: procedure.fees.map((fee) => ({ ...fee, refundable })) } }));
  must(life.submit());
  must(life.complete("tiep_nhan"));
  const [[fee, { vnd }] = ["", { vnd: 0 }]] = Object.entries(life.state.payments ?? {});
  const clerk = { ...CLERK, unit: life.state.receivingUnit };
  must(life.do({ type: "record-payment", actor: clerk, at: life.at, fee, vnd: vnd ?? 0, receipt: "BL-1" }));
  return { life, fee, vnd: vnd ?? 0, clerk };
}

const stop = (life: Life) => {
  const task = life.task("phan_cong");
  must(life.do({ type: "stop", actor: life.actorOf(task), at: life.at, task: task.id, reason: "Không đủ điều kiện" }));
};
const withdraw = (life: Life) => must(life.do({ type: "withdraw", actor: CITIZEN, at: life.at }));
const codes = (result: ReturnType<Life["do"]>) => (result.ok ? [] : result.problems.map(({ code }) => code));

describe("a fee that is refundable", () => {
  it.each([["stopped", stop], ["withdrawn", withdraw]] as const)("falls due to be paid back when the dossier is %s", async (_, end) => {
    const { life, fee, vnd, clerk } = await paid(true);
    end(life);
    expect(life.events).toContainEqual({ type: "refund-due", fee, vnd });
    expect(life.state.payments?.[fee]).toMatchObject({ state: "refund-due", vnd });
    must(life.do({ type: "record-refund", actor: clerk, at: life.at, fee, vnd, receipt: "HT-1" }));
    expect(life.state.payments?.[fee]).toEqual({ state: "refunded", vnd, receipt: "HT-1", at: life.at });
    expect(codes(life.do({ type: "record-refund", actor: clerk, at: life.at, fee, vnd, receipt: "HT-1" }))).toEqual(["refund-not-due"]);
  });

  it("is not owed where the definition does not say so", async () => {
    const { life, fee, vnd, clerk } = await paid(false);
    stop(life);
    expect(life.state.payments?.[fee]?.state).toBe("paid");
    expect(codes(life.do({ type: "record-refund", actor: clerk, at: life.at, fee, vnd, receipt: "HT-1" }))).toEqual(["refund-not-due"]);
  });

  it("is owed no more when the withdrawal is taken back, and part of what closing it refunds", async () => {
    const { life, fee, vnd, clerk } = await paid(true);
    withdraw(life);
    must(life.do({ type: "revoke-withdrawal", actor: CITIZEN, at: life.at }));
    expect(life.state.payments?.[fee]?.state).toBe("paid");
    withdraw(life);
    expect(codes(life.do({ type: "confirm-withdrawal", actor: clerk, at: life.at, papersReturned: true, refundVnd: vnd - 1 }))).toEqual(["refund-amount"]);
    must(life.do({ type: "confirm-withdrawal", actor: clerk, at: life.at, papersReturned: true, refundVnd: vnd }));
    expect(life.state.payments?.[fee]?.state).toBe("refunded");
  });

  it.each([["another amount", 1, "HT-1", ["payment-amount"]], ["no receipt", 0, " ", ["receipt-missing"]]] as const)("refuses to be paid back with %s", async (_, more, receipt, expected) => {
    const { life, fee, vnd, clerk } = await paid(true);
    stop(life);
    expect(codes(life.do({ type: "record-refund", actor: clerk, at: life.at, fee, vnd: vnd + more, receipt }))).toEqual(expected);
    expect(codes(life.do({ type: "record-refund", actor: CITIZEN, at: life.at, fee, vnd, receipt: "HT-1" }))).toEqual(["not-your-task"]);
  });
});
