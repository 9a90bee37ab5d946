import { describe, expect, it } from "vitest";
import { measureDossier } from "../indicators/dossier-measure.ts";
import type { Actor } from "../actor.ts";
import type { EventBatch } from "../event.ts";
import { CITIZEN, later, Life, must } from "../testing/life.ts";
import { realProcedures } from "../testing/real-procedures.ts";

const procedures = await realProcedures();
const DAY_MS = 86_400_000;

/** A building permit that was accepted, with a window to answer a supplement request. */
function permit(): Life {
  const found = procedures.find(({ code }) => code === "1.013225");
  const sample = found?.samples.find(({ id }) => id.startsWith("07-b"));
  if (found === undefined || sample === undefined) throw new Error("no sample");
  const { procedure } = found.module;
  const life = new Life(
    {
      ...found.module,
      procedure: { ...procedure, clock: { ...procedure.clock, responseWindow: "10wd" } },
    },
    { ...sample, script: [] },
  );
  must(life.submit());
  must(life.complete("tiep_nhan"));
  return life;
}

const withdraw = (life: Life) => must(life.do({ type: "withdraw", actor: CITIZEN, at: life.at }));
const revoke = (life: Life, actor: Actor = CITIZEN) => life.do({ type: "revoke-withdrawal", actor, at: life.at });
const codesOf = (result: ReturnType<typeof revoke>) => (result.ok ? [] : result.problems.map(({ code }) => code));
const clerk = (life: Life) =>
  ({
    kind: "officer",
    id: "clerk",
    unit: life.state.receivingUnit,
    role: "can_bo_tiep_nhan",
  }) as const;
const eventsOf = (life: Life) => (JSON.parse(life.bodies.at(-1) ?? "") as EventBatch).events;
const stepsOf = (life: Life) => Object.values(life.state.tasks).map(({ step }) => step);

describe("a withdrawal taken back", () => {
  it("goes on at the step where it left, in a generation of its own, with the time that was left", () => {
    const life = permit();
    const before = life.state;
    withdraw(life);
    expect([life.state.nationalStatus, stepsOf(life), life.state.running]).toEqual([7, [], false]);
    life.at = later(life.at, 7 * DAY_MS);
    must(revoke(life));
    const { state } = life;
    expect([state.phase, state.nationalStatus, state.running, state.endedAt]).toEqual(["processing", before.nationalStatus, true, undefined]);
    expect([stepsOf(life), state.generation, state.position]).toEqual([Object.values(before.tasks).map(({ step }) => step), before.generation + 1, before.position]);
    expect(Date.parse(state.due ?? "") - Date.parse(before.due ?? "")).toBeGreaterThanOrEqual(7 * DAY_MS);
    expect(state.firstDue).toBe(before.firstDue);
    expect(eventsOf(life).map(({ type }) => type)).toEqual(["withdrawal-revoked", "resumed", "generation-started", "task-opened", "status-changed"]);
    life.toTheEnd();
    expect(life.state.phase).toBe("returned");
  });

  it("was no end for the indicators", () => {
    const life = permit();
    withdraw(life);
    const batches = () => life.bodies.map((body) => JSON.parse(body) as EventBatch);
    expect(measureDossier(batches(), life.at)).toMatchObject({
      end: { status: 7 },
      withdrawn: "after-acceptance",
    });
    must(revoke(life));
    const measured = measureDossier(batches(), life.at);
    expect([measured.end, measured.withdrawn, measured.verdict]).toEqual([undefined, undefined, "running"]);
  });

  it("waits for the supplement again, until the day it was asked for", () => {
    const life = permit();
    const [task] = Object.values(life.state.tasks);
    must(
      life.do({
        type: "request-supplement",
        actor: life.actorOf(task ?? life.task("")),
        at: life.at,
        task: task?.id ?? "",
        defects: [{ text: "Thiếu bản vẽ" }],
      }),
    );
    const { respondBy = "" } = life.state.supplements[0] ?? {};
    withdraw(life);
    life.at = later(life.at, DAY_MS);
    must(revoke(life));
    expect([life.state.phase, life.state.nationalStatus, life.state.running]).toEqual(["supplement", 5, false]);
    expect(Object.values(life.state.tasks).map(({ step, due }) => [step, due])).toEqual([["@supplement", respondBy]]);
    must(life.do({ type: "supplement", actor: CITIZEN, at: life.at, documents: [] }));
    expect(stepsOf(life)).toEqual([task?.step]);
    withdraw(life);
    must(revoke(life));
    expect(life.state.phase).toBe("processing");
  });

  it.each<[string, string, (life: Life) => ReturnType<typeof revoke>]>([
    [
      "what was withdrawn before acceptance",
      "not-withdrawn",
      () => {
        const fresh = new Life(permit().module, permit().sample);
        must(fresh.submit());
        withdraw(fresh);
        return revoke(fresh);
      },
    ],
    [
      "what was never withdrawn",
      "not-withdrawn",
      (life) => {
        const result = revoke(life);
        expect(life.state.phase).toBe("processing");
        return result;
      },
    ],
    [
      "a stranger",
      "not-your-task",
      (life) => {
        withdraw(life);
        return revoke(life, { ...clerk(life), unit: "H20.999" });
      },
    ],
    [
      "what the unit has closed",
      "withdrawal-confirmed",
      (life) => {
        withdraw(life);
        must(
          life.do({
            type: "confirm-withdrawal",
            actor: clerk(life),
            at: life.at,
            papersReturned: true,
            refundVnd: 0,
          }),
        );
        return revoke(life);
      },
    ],
    [
      "a supplement that can no longer come",
      "supplement-window-over",
      (life) => {
        const [task] = Object.values(life.state.tasks);
        must(
          life.do({
            type: "request-supplement",
            actor: life.actorOf(task ?? life.task("")),
            at: life.at,
            task: task?.id ?? "",
            defects: [{ text: "Thiếu bản vẽ" }],
          }),
        );
        withdraw(life);
        life.at = later(life.at, 60 * DAY_MS);
        return revoke(life);
      },
    ],
  ])("refuses %s as %s", (_, code, tried) => {
    expect(codesOf(tried(permit()))).toEqual([code]);
  });
});
