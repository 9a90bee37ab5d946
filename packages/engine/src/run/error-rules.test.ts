import { describe, expect, it } from "vitest";
import type { Definition, Retrier } from "../definition/definition.ts";
import { TaskFailure } from "../task-failure.ts";
import { FUNCTION_TASK, openTestEngine, SECOND, START } from "../testing/test-engine.ts";
import { retryDelay, ruleFor } from "./error-rules.ts";

const retrying = (Retry: readonly Retrier[]): Definition => ({
  StartAt: "Call",
  States: {
    Call: { Type: "Task", Resource: FUNCTION_TASK, Arguments: { retry: "{% $states.context.State.RetryCount %}" }, Retry, Catch: [{ ErrorEquals: ["States.ALL"], Next: "Caught", Assign: { why: "{% $states.errorOutput.Error %}" }, Output: { error: "{% $states.errorOutput %}" } }], End: true },
    Caught: { Type: "Pass", Output: { why: "{% $why %}", seen: "{% $states.input.error %}" }, End: true },
  },
});

describe("retries", () => {
  it("come after growing delays up to the longest, count in the context, and cost a transition each", async () => {
    const at: number[] = [];
    const { start, clock, calls, output, engine, entered } = openTestEngine(retrying([{ ErrorEquals: ["Busy"], IntervalSeconds: 2, BackoffRate: 3, MaxAttempts: 4, MaxDelaySeconds: 10 }]), {
      invoke: async () => {
        at.push(clock.now());
        throw new TaskFailure("Busy", "try later");
      },
    });
    await start();
    await clock.advance(START + 1_000 * SECOND);
    expect(at.map((when) => (when - START) / SECOND)).toEqual([0, 2, 8, 18, 28]);
    expect(calls.map(({ payload }) => payload)).toEqual([0, 1, 2, 3, 4].map((retry) => ({ retry })));
    expect(output()).toEqual({ why: "Busy", seen: { Error: "Busy", Cause: "try later" } });
    expect(entered()).toEqual(["Call", "Caught"]);
    expect(engine.transitions()).toBe(2 + 4);
  });

  it("with full jitter wait a part of the delay that chance decides", async () => {
    const chances = [0.25, 0.5];
    const at: number[] = [];
    const { start, clock } = openTestEngine(retrying([{ ErrorEquals: ["Busy"], IntervalSeconds: 8, MaxAttempts: 2, JitterStrategy: "FULL" }]), {
      random: () => chances.shift() ?? 0,
      invoke: async () => {
        at.push(clock.now());
        throw new TaskFailure("Busy");
      },
    });
    await start();
    await clock.advance(START + 1_000 * SECOND);
    expect(at.map((when) => (when - START) / SECOND)).toEqual([0, 2, 10]);
  });

  it("count each retrier by itself, and a retrier that is used up leads to the catchers", () => {
    const first: Retrier = { ErrorEquals: ["A", "B"], MaxAttempts: 2, IntervalSeconds: 1 };
    expect([0, 1, 2].map((used) => retryDelay(first, used, Math.random))).toEqual([1_000, 2_000, undefined]);
    expect(retryDelay({ ErrorEquals: ["A"], MaxAttempts: 0 }, 0, Math.random)).toBeUndefined();
  });
});

describe("error names", () => {
  const caught = (name: string, error: string): boolean => ruleFor([{ ErrorEquals: [name], Next: "x" }], { error }) !== undefined;

  it("match by themselves and by wildcards", () => {
    expect(caught("States.ALL", "Anything")).toBe(true);
    expect(caught("States.TaskFailed", "Anything")).toBe(true);
    expect(caught("States.TaskFailed", "States.Timeout")).toBe(false);
    expect(caught("States.Timeout", "States.HeartbeatTimeout")).toBe(true);
    expect(caught("States.DataLimitExceeded", "States.DataLimitExceeded")).toBe(true);
  });

  it("refuses to catch what AWS calls terminal", () => {
    expect(caught("States.ALL", "States.DataLimitExceeded")).toBe(false);
    expect(caught("States.ALL", "States.Runtime")).toBe(false);
    expect(caught("States.Runtime", "States.Runtime")).toBe(false);
  });

  it("lets an expression's error be caught like any other, and names the place", async () => {
    const { start, output } = openTestEngine({
      StartAt: "Call",
      States: {
        Call: { Type: "Task", Resource: FUNCTION_TASK, Arguments: { a: [1, "{% $states.input.missing %}"] }, Catch: [{ ErrorEquals: ["States.QueryEvaluationError"], Next: "Caught" }], End: true },
        Caught: { Type: "Succeed" },
      },
    });
    await start();
    expect(output()).toEqual({
      Error: "States.QueryEvaluationError",
      Cause: "An error occurred while executing the state 'Call' (entered at the event id #2). The JSONata expression '$states.input.missing' specified for the field 'Arguments/a[1]' returned nothing (undefined).",
    });
  });

  it("fails the execution when catching fails", async () => {
    const { start, result } = openTestEngine(
      {
        StartAt: "Call",
        States: { Call: { Type: "Task", Resource: FUNCTION_TASK, Catch: [{ ErrorEquals: ["States.ALL"], Output: "{% $nothing %}", Next: "End" }], End: true }, End: { Type: "Succeed" } },
      },
      { invoke: () => Promise.reject(new Error("a fault without a name")) },
    );
    await start();
    expect(result()).toMatchObject({ status: "FAILED", error: "States.QueryEvaluationError" });
  });
});
