import { describe, expect, it } from "vitest";
import type { Definition } from "../definition/definition.ts";
import { DAY, EXECUTION, openTestEngine, refusal, SECOND, START, TOKEN_TASK } from "../testing/test-engine.ts";
import { TaskFailure } from "../task-failure.ts";

const ASK: Definition = {
  StartAt: "Ask",
  States: {
    Ask: {
      Type: "Task",
      Resource: TOKEN_TASK,
      Arguments: { Payload: { token: "{% $states.context.Task.Token %}", who: "{% $states.input.who %}" } },
      Output: { answered: "{% $states.result.yes %}" },
      End: true,
    },
  },
};

describe("a task that waits for its token", () => {
  it("hands the token out, waits however long it takes, and goes on with the answer", async () => {
    const { start, calls, clock, succeed, result, output, eventTypes } = openTestEngine(ASK);
    await start({ who: "clerk" });
    expect(calls[0]?.payload).toEqual({ Payload: { token: calls[0]?.token, who: "clerk" } });
    await clock.advance(START + 200 * DAY);
    expect(result().status).toBe("RUNNING");
    await succeed("Ask", { yes: true });
    expect(output()).toEqual({ answered: true });
    expect(eventTypes()).toEqual(["ExecutionStarted", "TaskStateEntered", "TaskScheduled", "TaskStarted", "TaskSubmitted", "TaskSucceeded", "TaskStateExited", "ExecutionSucceeded"]);
  });

  it("takes an answer that comes before the integration has returned", async () => {
    let finish = (): void => {};
    const { start, succeed, output, clock } = openTestEngine(ASK, { invoke: () => new Promise((resolve) => void (finish = () => resolve(null))) });
    await start({ who: "clerk" });
    await succeed("Ask", { yes: 1 });
    finish();
    await clock.settle();
    expect(output()).toEqual({ answered: 1 });
  });

  it("refuses a token that was answered, was never issued, is none, or whose execution was stopped", async () => {
    const { engine, start, succeed, tokenOf } = openTestEngine(ASK);
    await start({ who: "clerk" });
    const token = tokenOf("Ask");
    const forged = Buffer.from(JSON.stringify([EXECUTION, 0, 1, "guess"])).toString("base64url");
    expect(refusal(() => engine.sendTaskSuccess({ token: forged, output: "{}" }))).toBe("TaskDoesNotExist");
    expect(refusal(() => engine.sendTaskSuccess({ token: "no token", output: "{}" }))).toBe("InvalidToken");
    expect(refusal(() => engine.sendTaskSuccess({ token, output: "{" }))).toBe("InvalidOutput");
    const other = Buffer.from(JSON.stringify([`${EXECUTION}-two`, 0, 1, "x"])).toString("base64url");
    expect(refusal(() => engine.sendTaskHeartbeat({ token: other }))).toBe("TaskDoesNotExist");
    await succeed("Ask", { yes: true });
    expect(refusal(() => engine.sendTaskSuccess({ token, output: "{}" }))).toBe("TaskTimedOut");
    expect(refusal(() => engine.sendTaskFailure({ token, error: "Late" }))).toBe("TaskTimedOut");
    expect(engine.taskOf(token)?.executionArn).toBe(EXECUTION);
    expect(engine.taskOf(other)).toBeUndefined();
  });

  it("takes one of two answers given in the same instant", async () => {
    const { engine, start, tokenOf, clock, output } = openTestEngine(ASK);
    await start({ who: "clerk" });
    engine.sendTaskSuccess({ token: tokenOf("Ask"), output: '{"yes":"first"}' });
    expect(refusal(() => engine.sendTaskSuccess({ token: tokenOf("Ask"), output: '{"yes":"second"}' }))).toBe("TaskTimedOut");
    await clock.settle();
    expect(output()).toEqual({ answered: "first" });
  });

  it("fails with the error that is sent, or the one the integration throws", async () => {
    const sent = openTestEngine(ASK);
    await sent.start({ who: "clerk" });
    sent.engine.sendTaskFailure({ token: sent.tokenOf("Ask"), error: "Refused", cause: "not today" });
    await sent.clock.settle();
    expect(sent.result()).toMatchObject({ status: "FAILED", error: "Refused", cause: "not today" });
    const thrown = openTestEngine(ASK, { invoke: () => Promise.reject(new TaskFailure("Lambda.TooManyRequestsException", "slow down")) });
    await thrown.start({ who: "clerk" });
    expect(thrown.result()).toMatchObject({ status: "FAILED", error: "Lambda.TooManyRequestsException", cause: "slow down" });
  });

  it("times out without heartbeats, lives on with them, and ends at its timeout whatever they say", async () => {
    const { Ask } = ASK.States;
    const limited: Definition = {
      StartAt: "Ask",
      States: {
        Ask: { ...Ask, Type: "Task", TimeoutSeconds: 100, HeartbeatSeconds: 10, Catch: [{ ErrorEquals: ["States.HeartbeatTimeout"], Next: "Silent" }, { ErrorEquals: ["States.Timeout"], Next: "Late" }] },
        Silent: { Type: "Succeed", Output: "silent" },
        Late: { Type: "Succeed", Output: "late" },
      },
    };
    const silent = openTestEngine(limited);
    await silent.start({ who: "clerk" });
    await silent.clock.advance(START + 10 * SECOND - 1);
    expect(silent.result().status).toBe("RUNNING");
    await silent.clock.advance(START + 10 * SECOND);
    expect(silent.output()).toBe("silent");
    const uncaught = openTestEngine({ StartAt: "Ask", States: { Ask: { ...limited.States["Ask"], Type: "Task", Catch: [] } } });
    await uncaught.start({ who: "clerk" });
    await uncaught.clock.advance(START + 10 * SECOND);
    expect(uncaught.result()).toMatchObject({ status: "FAILED", error: "States.Timeout" });
    expect(uncaught.eventTypes().slice(-2)).toEqual(["TaskTimedOut", "ExecutionFailed"]);
    const late = openTestEngine(limited);
    await late.start({ who: "clerk" });
    for (let at = 9; at < 100; at += 9) {
      await late.clock.advance(START + at * SECOND);
      late.engine.sendTaskHeartbeat({ token: late.tokenOf("Ask") });
    }
    await late.clock.advance(START + 100 * SECOND);
    expect(late.output()).toBe("late");
    expect(refusal(() => late.engine.sendTaskHeartbeat({ token: late.tokenOf("Ask") }))).toBe("TaskTimedOut");
  });
});
