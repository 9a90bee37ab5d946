import type { Result } from "@motcua/procedure";
import { describe, expect, it } from "vitest";
import type { Actor } from "../actor.ts";
import { CITIZEN, Life, must, SYSTEM } from "../testing/life.ts";
import { realProcedures } from "../testing/real-procedures.ts";

const procedures = await realProcedures();
const codes = (result: Result<unknown>) => (result.ok ? [] : result.problems.map(({ code, pointer }) => `${code} ${pointer}`));

/** A copy of a civil-status record, with a fee that is paid at its own step. */
function copy(...steps: readonly string[]): Life {
  const found = procedures.find(({ code }) => code === "2.000635");
  const sample = found?.samples.find(({ id }) => id.startsWith("04-a"));
  if (found === undefined || sample === undefined) throw new Error("no sample");
  const life = new Life(found.module, sample);
  must(life.submit());
  for (const step of steps) must(life.complete(step));
  return life;
}

const clerk = ({ state }: Life): Actor => ({ kind: "officer", id: "clerk", unit: state.receivingUnit, role: "can_bo_tiep_nhan" });
const dueFee = ({ state }: Life) => Object.entries(state.payments ?? {}).find(([, { state: of }]) => of === "due") ?? ["", { vnd: 0 }];

describe("payments", () => {
  it("may come before their step and move the dossier nowhere; the step then asks for nothing more", () => {
    const life = copy("tiep_nhan");
    const [fee, { vnd }] = dueFee(life);
    const { phase, nationalStatus, tasks } = life.state;
    must(life.do({ type: "record-payment", actor: SYSTEM, at: life.at, fee, vnd: vnd ?? 0, receipt: "GD-778" }));
    expect(life.state).toMatchObject({ phase, nationalStatus, tasks, payments: { [fee]: { state: "paid", vnd, receipt: "GD-778" } } });
    must(life.complete("thu_phi", "paid"));
    expect(life.events.filter(({ type }) => type === "fee-paid")).toHaveLength(1);
  });

  it("are settled by their step with the receipt given there", () => {
    const life = copy("tiep_nhan");
    const [fee] = dueFee(life);
    const task = life.task("thu_phi");
    must(life.do({ type: "complete-task", actor: life.actorOf(task), at: life.at, task: task.id, outcome: "paid", receipt: "BL-000123" }));
    expect(life.state.payments?.[fee]).toMatchObject({ state: "paid", receipt: "BL-000123" });
    const waived = copy("tiep_nhan");
    must(waived.complete("thu_phi", "waived"));
    expect(waived.state.payments?.[fee]?.state).toBe("waived");
  });

  it("refuses a wrong amount and an empty receipt at once, a fee that is none or settled, and who does not collect", () => {
    const life = copy("tiep_nhan");
    const [fee, { vnd }] = dueFee(life);
    const pay = { type: "record-payment", actor: clerk(life), at: life.at, fee, vnd: vnd ?? 0, receipt: "BL-1" } as const;
    expect(codes(life.do({ ...pay, vnd: 1, receipt: " " }))).toEqual(["receipt-missing /receipt", "payment-amount /vnd"]);
    expect(codes(life.do({ ...pay, fee: "constructor" }))).toEqual(["fee-unknown /fee"]);
    expect(codes(life.do({ ...pay, actor: CITIZEN }))).toEqual(["not-your-task /act"]);
    expect(codes(life.do({ type: "waive-fee", actor: clerk(life), at: life.at, fee, reason: " " }))).toEqual(["reason-missing /reason"]);
    must(life.do({ type: "waive-fee", actor: clerk(life), at: life.at, fee, reason: "Hộ nghèo" }));
    expect(codes(life.do(pay))).toEqual(["fee-settled /fee"]);
  });
});

describe("delivery", () => {
  it("goes from ready over the post to delivered, and what is on its way is not corrected", () => {
    const life = copy("tiep_nhan", "thu_phi", "tra_cuu", "ky", "dong_dau");
    expect(life.state.delivery).toEqual({ state: "ready" });
    const task = life.task("tra_ket_qua");
    const post = { type: "post-result", actor: life.actorOf(task), at: life.at, task: task.id, tracking: "EH123456789VN" } as const;
    expect(codes(life.do({ ...post, tracking: "" }))).toEqual(["tracking-missing /tracking"]);
    must(life.do(post));
    expect(life.state).toMatchObject({ nationalStatus: 9, delivery: { state: "posted", tracking: "EH123456789VN" } });
    expect(codes(life.do(post))).toEqual(["already-posted /act"]);
    expect(codes(life.do({ type: "correct-result", actor: life.actorOf(task), at: life.at, task: task.id, reason: "Sai" }))).toEqual(["already-posted /act"]);
    must(life.complete("tra_ket_qua"));
    expect(life.state).toMatchObject({ nationalStatus: 10, delivery: { state: "delivered", tracking: "EH123456789VN" } });
  });

  it("refuses to post what is not there yet", () => {
    const life = copy("tiep_nhan", "thu_phi");
    const task = life.task("tra_cuu");
    expect(codes(life.do({ type: "post-result", actor: life.actorOf(task), at: life.at, task: task.id, tracking: "EH1" }))).toEqual(["delivery-not-here /task"]);
  });
});

describe("synchronisation", () => {
  it("keeps each change of status until the portal has it, also after the end", () => {
    const life = copy("tiep_nhan", "thu_phi", "tra_cuu", "ky", "dong_dau", "tra_ket_qua");
    expect(life.state.unsynced?.map(({ change, to, state }) => [change, to, state])).toEqual([1, 2, 6, 4, 9, 10].map((to, index) => [index + 1, to, "pending"]));
    const sync = { type: "record-sync", actor: SYSTEM, at: life.at, change: 2, state: "sent" } as const;
    must(life.do(sync));
    expect(codes(life.do(sync))).toEqual(["already-sent /change"]);
    must(life.do({ ...sync, state: "acknowledged", sourceTime: "2026-10-05T10:00:00+07:00" }));
    expect(life.state.unsynced?.map(({ change }) => change)).toEqual([3, 4, 5, 6]);
    expect(codes(life.do(sync))).toEqual(["nothing-to-sync /change"]);
    expect(codes(life.do({ ...sync, change: 3, actor: clerk(life) }))).toEqual(["not-your-task /act"]);
    const refusal = { ...sync, change: 3, state: "refused" } as const;
    expect(codes(life.do(refusal))).toEqual(["sync-reason /reason"]);
    expect(codes(life.do({ ...refusal, reason: "Sai họ tên Nguyễn Văn A" }))).toEqual(["sync-reason /reason"]);
    must(life.do({ ...refusal, reason: "-1" }));
    expect(life.state.unsynced?.[0]).toMatchObject({ change: 3, state: "refused", reason: "-1" });
    must(life.do({ ...refusal, reason: "-2" }));
    must(life.do({ ...sync, change: 6, state: "acknowledged" }));
    expect(life.state.unsynced).toEqual([]);
  });

  it("tells what is paid and when it is due although the status stays, and nothing of what was withdrawn before acceptance", () => {
    const life = copy("tiep_nhan");
    const before = life.state.portalChanges ?? 0;
    const [[fee, payment] = ["", undefined]] = Object.entries(life.state.payments ?? {});
    must(life.do({ type: "record-payment", actor: clerk(life), at: life.at, fee, vnd: payment?.vnd ?? 0, receipt: "BL-1" }));
    expect(life.state.portalChanges).toBe(before + 1);
    expect(life.state.unsynced?.at(-1)).toMatchObject({ change: before + 1, seq: life.state.seq, to: life.state.nationalStatus, state: "pending" });
    const early = copy();
    const told = early.state.portalChanges;
    must(early.do({ type: "withdraw", actor: clerk(early), at: early.at }));
    expect([early.state.nationalStatus, early.state.portalChanges]).toEqual([7, told]);
  });
});

describe("what is said after the end", () => {
  it("rates a returned dossier once, from one to five, by its applicant alone", () => {
    const life = copy("tiep_nhan", "thu_phi", "tra_cuu", "ky", "dong_dau");
    const rate = { type: "rate", actor: CITIZEN, at: life.at, score: 5, comment: "Nhanh" } as const;
    expect(codes(life.do(rate))).toEqual(["not-returned-yet /act"]);
    must(life.complete("tra_ket_qua"));
    expect(codes(life.do({ ...rate, actor: clerk(life) }))).toEqual(["not-your-task /act"]);
    for (const score of [0, 6, 2.5]) expect(codes(life.do({ ...rate, score }))).toEqual(["rating-scale /score"]);
    must(life.do(rate));
    expect(codes(life.do(rate))).toEqual(["already-rated /act"]);
    expect(life.bodies.join("")).not.toContain("Nhanh");
  });

  it("closes a withdrawal after acceptance with papers and refund, and moves no end", () => {
    const life = copy("tiep_nhan");
    const [fee, { vnd }] = dueFee(life);
    must(life.do({ type: "record-payment", actor: SYSTEM, at: life.at, fee, vnd: vnd ?? 0, receipt: "GD-1" }));
    must(life.do({ type: "withdraw", actor: clerk(life), at: life.at }));
    const { endedAt } = life.state;
    const close = { type: "confirm-withdrawal", actor: clerk(life), at: life.at, papersReturned: true, refundVnd: vnd ?? 0 } as const;
    expect(codes(life.do({ ...close, papersReturned: false, refundVnd: (vnd ?? 0) + 1 }))).toEqual(["papers-not-returned /papersReturned", "refund-amount /refundVnd"]);
    must(life.do(close));
    expect(life.state).toMatchObject({ phase: "withdrawn", nationalStatus: 8, endedAt });
    expect(codes(life.do(close))).toEqual(["withdrawal-confirmed /act"]);
    const early = copy();
    must(early.do({ type: "withdraw", actor: clerk(early), at: early.at }));
    expect(codes(early.do({ ...close, actor: clerk(early) }))).toEqual(["not-withdrawn /act"]);
  });

  it("refuses everything once the personal record was erased", () => {
    const life = copy("tiep_nhan", "thu_phi", "tra_cuu", "ky", "dong_dau", "tra_ket_qua");
    life.personal = undefined;
    expect(codes(life.do({ type: "rate", actor: CITIZEN, at: life.at, score: 5 }))).toEqual(["already-ended "]);
  });
});
