import { describe, expect, it } from "vitest";
import { createVirtualClock } from "../clock/virtual-clock.ts";
import type { Definition, State } from "../definition/definition.ts";
import { runKilled, threadsOf } from "../testing/outer-world.ts";
import { FUNCTION_TASK, START, TOKEN_TASK } from "../testing/test-engine.ts";

const ask = (state: string, Next?: string): State => ({
  Type: "Task",
  Resource: TOKEN_TASK,
  Arguments: { token: "{% $states.context.Task.Token %}", state },
  ...(Next === undefined ? { End: true } : { Next }),
});

/** Intake, two units asked side by side, a call that fails twice, thirty days' posting, the result. */
const DOSSIER: Definition = {
  QueryLanguage: "JSONata",
  StartAt: "intake",
  States: {
    intake: ask("intake", "fork"),
    fork: {
      Type: "Parallel",
      Branches: [
        { StartAt: "land", States: { land: ask("land") } },
        { StartAt: "tax", States: { tax: ask("tax", "paid"), paid: { Type: "Pass", Assign: { paid: true }, End: true } } },
      ],
      Next: "register",
    },
    register: { Type: "Task", Resource: FUNCTION_TASK, Arguments: { failures: 2 }, Retry: [{ ErrorEquals: ["Busy"], IntervalSeconds: 30 }], Next: "post" },
    post: { Type: "Wait", Seconds: 2_592_000, Next: "result" },
    result: ask("result"),
  },
};

const run = (from: Parameters<typeof runKilled>[0]["from"] = []) => runKilled({ definition: DOSSIER, clock: createVirtualClock(START), from });

describe("a store cut off after any of its records", () => {
  it("is taken up there, and comes to the same result with every task done once", async () => {
    const whole = await run();
    expect(whole.records.length).toBeGreaterThan(30);
    const types = whole.history.map(({ type }) => type).sort();
    for (let kept = 1; kept < whole.records.length; kept++) {
      const cut = await run(whole.records.slice(0, kept));
      expect([kept, cut.status, cut.output]).toEqual([kept, "SUCCEEDED", whole.output]);
      expect(cut.history.map(({ type }) => type).sort()).toEqual(types);
    }
  });

  it("taken up whole stays as it is", async () => {
    const whole = await run();
    const again = await run(whole.records);
    expect(again.history).toEqual(whole.history);
    expect(again.taken.size).toBe(0);
  });

  it("would be told from one with another history", async () => {
    const whole = await run();
    const forged = whole.history.map((event) => (event.type === "WaitStateExited" ? { ...event, timestamp: "2026-03-02T01:00:00.000Z" } : event));
    expect(threadsOf(forged)).not.toEqual(threadsOf(whole.history));
  });
});
