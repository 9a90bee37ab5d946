import { describe, expect, it } from "vitest";
import type { Result } from "@motcua/procedure";
import type { Actor } from "../actor.ts";
import type { Command } from "../command.ts";
import { later, Life, must, SYSTEM } from "../testing/life.ts";
import { realProcedures } from "../testing/real-procedures.ts";

const procedures = await realProcedures();
const DECISION = "QĐ 12/QĐ-UBND ngày 16/11/2026";
const DAY = 86_400_000;

const codes = (result: Result<unknown>) => (result.ok ? [] : result.problems.map(({ code, pointer }) => `${code} ${pointer}`));

/** A building permit at its appraisal, or at its intake. */
function permit(stage: "intake" | "appraisal" = "appraisal"): Life {
  const found = procedures.find(({ code }) => code === "1.013225");
  const sample = found?.samples.find(({ id }) => id.startsWith("07-b"));
  if (found === undefined || sample === undefined) throw new Error("no sample");
  const life = new Life(found.module, { ...sample, script: [] });
  must(life.submit());
  if (stage === "intake") return life;
  must(life.complete("tiep_nhan"));
  must(life.complete("phan_cong"));
  return life;
}

const leader = (life: Life): Actor => ({ kind: "officer", id: "lanh_dao", unit: life.state.competentUnit, role: "lanh_dao_ubnd" });
const local = (instant: string) => `${new Date(Date.parse(instant) + 7 * 3_600_000).toISOString().slice(0, 19)}+07:00`;
const daysLater = ({ state }: Life, days: number) => local(later(state.due ?? state.submittedAt, days * DAY));

function decideOn(life: Life, more: Partial<Extract<Command, { type: "recompute-due" }>> = {}) {
  return life.do({ type: "recompute-due", actor: leader(life), at: life.at, decision: DECISION, due: daysLater(life, 2), ...more });
}

describe("a decision after a change of calendar", () => {
  it("moves the valid date by an event with both, and leaves the first", () => {
    const life = permit();
    const { due = "" } = life.state;
    const after = daysLater(life, 2);
    must(decideOn(life));
    expect(life.state).toMatchObject({ due: after, firstDue: due });
    expect(life.events.at(-1)).toMatchObject({ type: "redated", due: { before: due, after } });
    expect(life.bodies.join("")).not.toContain("QĐ-UBND");
    expect(Object.values(life.personal?.notes ?? {})).toContain(DECISION);
  });

  it("may bring a date forward, and is carried out by the system too", () => {
    const life = permit();
    const after = daysLater(life, -1);
    must(decideOn(life, { actor: SYSTEM, due: after }));
    expect(life.state.due).toBe(after);
  });

  it("refuses the same date, one that has passed, no date and no decision, all at once", () => {
    const life = permit();
    const same = life.state.due ?? "";
    expect(codes(decideOn(life, { due: same }))).toEqual(["redate-same /due"]);
    expect(codes(decideOn(life, { decision: " ", due: "2026-02-30T17:00:00+07:00" }))).toEqual(["decision-missing /decision", "redate-date /due"]);
    for (const due of ["mai", "2027-01-05", "2027-01-05T17:00:00Z", local(life.at)]) expect(codes(decideOn(life, { due })), due).toEqual(["redate-date /due"]);
    expect(life.state.due).toBe(same);
  });

  it("refuses whoever does not sign for the competent unit", () => {
    const life = permit();
    for (const actor of [{ ...leader(life), role: "van_thu" }, { ...leader(life), unit: "H20.999" }, { kind: "applicant", id: "x" }] as const) {
      expect(codes(decideOn(life, { actor }))).toEqual(["not-your-task /act"]);
    }
  });

  it("refuses a dossier whose clock does not run: not accepted, paused, ended", () => {
    expect(codes(decideOn(permit("intake")))).toEqual(["redate-clock-stopped /act"]);
    const paused = permit();
    const task = paused.task("tham_dinh");
    must(paused.do({ type: "request-supplement", actor: paused.actorOf(task), at: paused.at, task: task.id, defects: [{ text: "Thiếu bản vẽ" }] }));
    expect(codes(decideOn(paused))).toEqual(["redate-clock-stopped /act"]);
    const stopped = permit();
    const held = stopped.task("tham_dinh");
    must(stopped.do({ type: "stop", actor: stopped.actorOf(held), at: stopped.at, task: held.id, reason: "Không đủ điều kiện" }));
    expect(codes(decideOn(stopped))).toEqual(["already-ended "]);
  });
});
