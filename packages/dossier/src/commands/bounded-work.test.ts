import type { Result, Step } from "@motcua/procedure";
import { describe, expect, it } from "vitest";
import { SYSTEM, later, must, type Life } from "../testing/life.ts";
import { redrawn } from "../testing/redrawn.ts";

const codes = (result: Result<unknown>) => (result.ok ? [] : result.problems.map(({ code }) => code));
const BOUND = { within: "10d", silence: "thoi" } as const;
const OWN = { outcomes: { xong: { vi: "Xong" }, thoi: { vi: "Không làm nữa" } }, next: { xong: "lay_y_kien", thoi: "@stop" } } as const;

/** A building permit that stands at a step drawn anew in the place of its assignment. */
async function standing(step: Partial<Step>, account: { readonly account?: string } = {}): Promise<Life> {
  const life = await redrawn({ phan_cong: step });
  must(life.submit(account));
  life.at = life.sample.acceptedAt ?? life.at;
  must(life.complete("tiep_nhan"));
  return life;
}

const timeOut = (life: Life, at: string) => life.do({ type: "time-out", actor: SYSTEM, at, task: life.task("phan_cong").id });

describe("work within a time", () => {
  it("of an officer ends by its silence, not before", async () => {
    const life = await standing({ kind: "task", ...OWN, ...BOUND });
    const task = life.task("phan_cong");
    expect(task).toMatchObject({ assignee: { kind: "role" }, onDue: "silence" });
    expect(codes(timeOut(life, later(task.due ?? "", -60_000)))).toEqual(["not-due-yet"]);
    must(timeOut(life, later(task.due ?? "", 60_000)));
    expect([life.state.outcomes["phan_cong"], life.state.phase]).toEqual(["thoi", "stopped"]);
  });

  it("of an officer without a bound is never ended", async () => {
    const life = await standing({});
    expect(codes(timeOut(life, later(life.at, 400 * 24 * 3_600_000)))).toEqual(["not-due-yet"]);
  });

  it("of the applicant is theirs: no officer of the office does it, asks for a supplement at it or for more time", async () => {
    const life = await standing({ kind: "task", by: "applicant", ...OWN, ...BOUND }, { account: "citizen" });
    const task = life.task("phan_cong");
    expect(task).toMatchObject({ assignee: { kind: "applicant" }, onDue: "silence" });
    const officer = { kind: "officer", id: "x", unit: life.state.competentUnit, role: "lanh_dao" } as const;
    const to = { at: life.at, task: task.id };
    expect(codes(life.do({ type: "complete-task", actor: officer, ...to, outcome: "xong" }))).toEqual(["not-your-task"]);
    const actor = life.actorOf(task);
    expect(codes(life.do({ type: "request-supplement", actor, ...to, defects: [{ text: "Thiếu" }] }))).toEqual(["supplement-not-here"]);
    expect(codes(life.do({ type: "request-extension", actor, ...to, until: later(life.at, 90 * 24 * 3_600_000), reason: "Lâu" }))).toEqual(["extension-not-here"]);
    expect(codes(life.complete("phan_cong", "thoi"))).toEqual(["reason-missing"]);
    must(life.complete("phan_cong", "xong"));
    expect(life.state.outcomes["phan_cong"]).toBe("xong");
  });
});
