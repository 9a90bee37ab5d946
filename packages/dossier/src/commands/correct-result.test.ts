import type { Result } from "@motcua/procedure";
import { describe, expect, it } from "vitest";
import { measureDossier } from "../indicators/dossier-measure.ts";
import type { EventBatch } from "../event.ts";
import { later, Life, must } from "../testing/life.ts";
import { realProcedures } from "../testing/real-procedures.ts";

const procedures = await realProcedures();
const DAY = 86_400_000;
const codes = (result: Result<unknown>) => (result.ok ? [] : result.problems.map(({ code, pointer }) => `${code} ${pointer}`));

/** A copy of a civil-status record that waits to be handed over. */
function finished(): Life {
  const found = procedures.find(({ code }) => code === "2.000635");
  const sample = found?.samples.find(({ id }) => id.startsWith("04-a"));
  if (found === undefined || sample === undefined) throw new Error("no sample");
  const life = new Life(found.module, sample);
  must(life.submit());
  for (const step of ["tiep_nhan", "thu_phi", "tra_cuu", "ky", "dong_dau"]) must(life.complete(step));
  return life;
}

function correct(life: Life, reason = "Sai họ tên trong bản sao") {
  const task = life.task("tra_ket_qua");
  return life.do({ type: "correct-result", actor: life.actorOf(task), at: life.at, task: task.id, reason });
}

describe("the correction of a result", () => {
  it("goes back to the signature in a generation of its own, and keeps when the result was there first", () => {
    const life = finished();
    const { finishedAt = "", generation } = life.state;
    life.at = later(life.at, DAY);
    must(correct(life));
    expect(life.state).toMatchObject({ phase: "processing", nationalStatus: 4, generation: generation + 1, running: true, position: { step: "ky" }, results: {}, corrections: [{ finishedAt, correctedAt: life.at }] });
    expect(life.state.finishedAt).toBeUndefined();
    life.at = later(life.at, DAY);
    must(life.complete("ky"));
    must(life.complete("dong_dau"));
    expect(life.state).toMatchObject({ phase: "finished", nationalStatus: 9, finishedAt: life.at });
    must(life.complete("tra_ket_qua"));
    const log = life.bodies.map((body) => JSON.parse(body) as EventBatch);
    expect(measureDossier(log, life.at).end).toEqual({ at: finishedAt, status: 9 });
    expect(life.bodies.join("")).not.toContain("Sai họ tên");
  });

  it("refuses one without a reason, at another step, and by who does not hand results over", () => {
    const life = finished();
    expect(codes(correct(life, " "))).toEqual(["reason-missing /reason"]);
    const { id } = life.task("tra_ket_qua");
    const stamp = { kind: "officer", id: "van_thu", unit: life.state.competentUnit, role: "van_thu" } as const;
    expect(codes(life.do({ type: "correct-result", actor: stamp, at: life.at, task: id, reason: "x" }))).toEqual(["not-your-task /task"]);
    must(correct(life));
    const sign = life.task("ky");
    expect(codes(life.do({ type: "correct-result", actor: life.actorOf(sign), at: life.at, task: sign.id, reason: "x" }))).toEqual(["correction-not-here /task"]);
  });

  it("refuses to hand over what was signed with the error, and a withdrawal of what was decided once", () => {
    const life = finished();
    must(correct(life));
    const clerk = { kind: "officer", id: "clerk", unit: life.state.receivingUnit, role: "can_bo_tiep_nhan" } as const;
    expect(codes(life.do({ type: "withdraw", actor: clerk, at: life.at }))).toEqual(["too-late-to-withdraw /act"]);
    expect(() => life.task("tra_ket_qua")).toThrow("not open");
  });

  it("does not make the law's clock run twice: no date moves and nothing becomes late", () => {
    const life = finished();
    const { due } = life.state;
    must(correct(life));
    life.at = later(due ?? "", 9 * DAY);
    must(life.complete("ky"));
    expect(life.state.due).toBe(due);
    expect(life.events.some(({ type }) => type === "lateness-recorded")).toBe(false);
  });
});
