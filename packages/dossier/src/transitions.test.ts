import { describe, expect, it } from "vitest";
import type { HumanStep } from "@motcua/procedure";
import type { EventBatch } from "./event.ts";
import { CITIZEN, later, Life, must, SYSTEM } from "./testing/life.ts";
import { realProcedures } from "./testing/real-procedures.ts";

const procedures = await realProcedures();
const HOUR_MS = 3_600_000;

/** A household business, whose charge is paid before anybody looks at it; `within` is the time there is to pay. */
function business(within?: HumanStep["within"]): Life {
  const found = procedures.find(({ code }) => code === "1.001612");
  const sample = found?.samples.find(({ expected }) => expected.outcome === "accepted");
  if (found === undefined || sample === undefined) throw new Error("no sample");
  const { procedure } = found.module;
  const { nop_le_phi: pay, ...others } = procedure.workflow.steps;
  const steps = {
    nop_le_phi: { ...pay, ...(within === undefined ? {} : { within }) } as HumanStep,
    ...others,
  };
  return new Life({ ...found.module, procedure: { ...procedure, workflow: { ...procedure.workflow, steps } } }, { ...sample, script: [] });
}

const statuses = (life: Life) => life.events.flatMap((event) => (event.type === "status-changed" ? [event.to] : []));
const last = (life: Life) => JSON.parse(life.bodies.at(-1) ?? "") as EventBatch;

describe("payment before acceptance", () => {
  it("stops the acceptance clock, which starts again when it is paid", () => {
    const life = business();
    must(life.submit());
    const first = life.state.acceptanceDue ?? "";
    expect([life.state.nationalStatus, life.state.pausedSince]).toEqual([6, life.state.submittedAt]);
    life.at = later(life.at, 30 * HOUR_MS);
    must(life.complete("nop_le_phi"));
    expect(life.state.pausedSince).toBeUndefined();
    expect(Date.parse(life.state.acceptanceDue ?? "")).toBeGreaterThan(Date.parse(first));
    expect(statuses(life)).toEqual([1, 6, 1]);
    must(life.complete("tiep_nhan"));
    expect(life.state.acceptedAt).toBe(life.at);
  });

  it("is refused when it does not come within the time the step gives", () => {
    const life = business("2wd");
    must(life.submit());
    const task = life.task("nop_le_phi");
    expect(task.onDue).toBe("unpaid");
    const early = life.do({ type: "time-out", actor: SYSTEM, at: life.at, task: task.id });
    expect(early.ok ? [] : early.problems.map(({ code }) => code)).toEqual(["not-due-yet"]);
    life.at = later(task.due ?? "", 60_000);
    must(life.do({ type: "time-out", actor: SYSTEM, at: life.at, task: task.id }));
    expect([life.state.phase, life.state.nationalStatus]).toEqual(["refused", 3]);
    expect(Object.values(life.personal?.notes ?? {})).toContain("Quá thời hạn thực hiện nghĩa vụ tài chính");
  });

  it("is taken as paid where the money had come and nobody had said so", () => {
    const life = business("2wd");
    must(life.submit());
    for (const [fee, { vnd }] of Object.entries(life.state.payments ?? {}))
      must(
        life.do({
          type: "record-payment",
          actor: SYSTEM,
          at: life.at,
          fee,
          vnd: vnd ?? 0,
          receipt: "GD-1",
        }),
      );
    const task = life.task("nop_le_phi");
    life.at = later(task.due ?? "", 60_000);
    must(life.do({ type: "time-out", actor: SYSTEM, at: life.at, task: task.id }));
    expect(life.state.phase).toBe("submitted");
    expect(life.task("tiep_nhan")).toBeDefined();
  });
});

describe("payment after acceptance that does not come in time", () => {
  it("stops the dossier", () => {
    const found = procedures.find(({ code }) => code === "1.013831");
    const sample = found?.samples.find(({ expected }) => expected.outcome === "accepted");
    if (found === undefined || sample === undefined) throw new Error("no sample");
    const { procedure } = found.module;
    const steps = Object.fromEntries(Object.entries(procedure.workflow.steps).map(([id, step]) => [id, step.kind === "pay" ? { ...step, within: "30d" as const } : step]));
    const life = new Life({ ...found.module, procedure: { ...procedure, workflow: { ...procedure.workflow, steps } } }, sample);
    must(life.submit());
    const payStep = Object.entries(steps).find(([, { kind }]) => kind === "pay")?.[0] ?? "";
    life.toTheEnd(payStep);
    const task = life.task(payStep);
    expect([task.onDue, life.state.nationalStatus]).toEqual(["unpaid", 6]);
    life.at = later(task.due ?? "", 60_000);
    must(life.do({ type: "time-out", actor: SYSTEM, at: life.at, task: task.id }));
    expect([life.state.phase, life.state.nationalStatus]).toEqual(["stopped", 8]);
  });
});

describe("a supplement that restarts the clock", () => {
  it("is received again, with status 2 and a new date, and goes on where it stood", () => {
    const life = business();
    must(life.submit());
    must(life.complete("nop_le_phi"));
    must(life.complete("tiep_nhan"));
    const task = life.task("tham_tra");
    must(
      life.do({
        type: "request-supplement",
        actor: life.actorOf(task),
        at: life.at,
        task: task.id,
        defects: [{ text: "Thiếu hợp đồng thuê" }],
      }),
    );
    const { due } = life.state;
    life.at = later(life.at, 72 * HOUR_MS);
    must(
      life.do({
        type: "supplement",
        actor:
          life.state.account === undefined
            ? {
                kind: "officer",
                id: "clerk",
                unit: life.state.receivingUnit,
                role: "can_bo_tiep_nhan",
              }
            : CITIZEN,
        at: life.at,
        documents: [],
      }),
    );
    expect(last(life).events.flatMap((event) => (event.type === "status-changed" ? [[event.from, event.to]] : []))).toEqual([
      [5, 2],
      [2, 4],
    ]);
    expect(life.state.due).not.toBe(due);
    expect(life.task("tham_tra").id).not.toBe(task.id);
  });
});
