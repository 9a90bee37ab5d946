import fc from "fast-check";
import { openSteps } from "@motcua/procedure";
import { expect, it } from "vitest";
import type { Actor } from "./actor.ts";
import { verifyChain } from "./chain.ts";
import type { Command } from "./command.ts";
import { SUPPLEMENT_STEP } from "./supplement-task.ts";
import { CITIZEN, later, Life, must, SYSTEM } from "./testing/life.ts";
import { realProcedures } from "./testing/real-procedures.ts";

const accepted = (await realProcedures()).flatMap(({ module, samples }) => samples.filter(({ expected }) => expected.outcome === "accepted").map((sample) => ({ module, sample })));

/** What somebody tries: mostly what an open task offers, sometimes nonsense. */
const attempt = fc.record({
  kind: fc.constantFrom("complete", "complete", "complete", "answer", "supplement-request", "supplement", "withdraw", "stop", "time-out", "register"),
  pick: fc.nat(20),
  outcome: fc.nat(4),
  wrongActor: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
  minutes: fc.integer({ min: 0, max: 6_000 }),
});
type Attempt = typeof attempt extends fc.Arbitrary<infer T> ? T : never;

it("keeps every dossier whole, whatever is tried on it in whatever order", () => {
  fc.assert(
    fc.property(fc.constantFrom(...accepted), fc.array(attempt, { minLength: 5, maxLength: 40 }), ({ module, sample }, attempts) => {
      const life = new Life(module, sample);
      must(life.submit());
      for (const each of attempts) {
        const before = life.bodies.length;
        life.at = later(life.at, each.minutes * 60_000);
        const result = each.kind === "complete" ? complete(life, each) : life.do(commandOf(life, each));
        expect(life.bodies.length).toBe(before + (result.ok ? 1 : 0));
        if (!result.ok) expect(result.problems.length).toBeGreaterThan(0);
        whole(life);
      }
      expect(verifyChain(life.bodies)).toEqual({ ok: true });
    }),
    { numRuns: 300 },
  );
});

function complete(life: Life, { pick, outcome, wrongActor }: Attempt) {
  const tasks = Object.values(life.state.tasks);
  const task = tasks[pick % Math.max(1, tasks.length)];
  const step = task === undefined ? undefined : life.module.procedure.workflow.steps[task.step];
  if (task === undefined || step === undefined) return life.do({ type: "withdraw", actor: CITIZEN, at: life.at });
  const outcomes = Object.keys(step.next);
  if (wrongActor) return life.do({ type: "complete-task", actor: SYSTEM, at: life.at, task: task.id, outcome: outcomes[0] ?? "" });
  return life.complete(task.step, outcomes[outcome % outcomes.length], { note: "Lý do" });
}

function commandOf(life: Life, { kind, pick, wrongActor }: Attempt): Command {
  const { at, state } = life;
  const tasks = Object.values(state.tasks);
  const open = tasks[pick % Math.max(1, tasks.length)];
  const task = open?.id ?? "gone@1";
  const holder: Actor = open === undefined || wrongActor ? { kind: "officer", id: "x", unit: "H20.999", role: "x" } : life.actorOf(open);
  const clerk: Actor = state.account === undefined ? { kind: "officer", id: "clerk", unit: state.receivingUnit, role: "can_bo_tiep_nhan" } : CITIZEN;
  switch (kind) {
    case "answer":
      return { type: "answer-consultation", actor: holder, at, task, answer: pick % 2 === 0 ? "agreed" : "objected" };
    case "supplement-request":
      return { type: "request-supplement", actor: holder, at, task, defects: [{ text: "Thiếu giấy tờ" }], overLimitReason: "Mới phát hiện" };
    case "supplement":
      return { type: "supplement", actor: clerk, at, documents: [] };
    case "withdraw":
      return { type: "withdraw", actor: pick === 0 ? clerk : SYSTEM, at };
    case "stop":
      return { type: "stop", actor: holder, at, task, reason: pick === 0 ? "Không đủ điều kiện" : "" };
    case "register":
      return { type: "register-result", actor: SYSTEM, at, task, outcome: pick % 3 === 0 ? "unavailable" : "done" };
    default:
      return { type: "time-out", actor: SYSTEM, at, task };
  }
}

/** What always holds of a dossier. */
function whole({ state, decided }: Life): void {
  // What a decision says it leads to is what its events lead to.
  expect(decided).toEqual(state);
  const tasks = Object.values(state.tasks);
  if (state.endedAt !== undefined) {
    expect(tasks).toEqual([]);
    expect(state.running).toBe(false);
    return;
  }
  if (state.phase === "supplement") {
    expect(state.running).toBe(false);
    expect(tasks.every(({ step }) => step === SUPPLEMENT_STEP)).toBe(true);
    return;
  }
  expect(state.running).toBe(true);
  if (state.position === undefined) throw new Error("a running dossier stands somewhere");
  expect([...new Set(tasks.map(({ step }) => step))].toSorted()).toEqual(openSteps(state.position).toSorted());
  expect(new Set(tasks.map(({ id }) => id)).size).toBe(tasks.length);
  if (state.acceptedAt !== undefined) expect(state.due).toBeDefined();
}
