import { describe, expect, it } from "vitest";
import type { Definition } from "./definition/definition.ts";
import { createMemoryStore } from "./store/memory-store.ts";
import { EXECUTION, FUNCTION_TASK, MACHINE, openTestEngine, refusal, TOKEN_TASK } from "./testing/test-engine.ts";

const WAITING: Definition = { StartAt: "Ask", States: { Ask: { Type: "Task", Resource: TOKEN_TASK, End: true } } };
const PASSING: Definition = { StartAt: "Pass", States: { Pass: { Type: "Pass", End: true } } };

describe("starting an execution", () => {
  it("again with the same name and input is the same execution while it runs", async () => {
    const { engine, start, calls, clock } = openTestEngine(WAITING);
    await start({ a: 1, b: [2] });
    const again = engine.startExecution({ machineArn: MACHINE, name: "one", input: '{ "b": [2], "a": 1 }' });
    await clock.settle();
    expect(again).toEqual({ executionArn: EXECUTION, startDate: "2026-03-02T01:00:00.000Z" });
    expect(calls).toHaveLength(1);
    expect(engine.listExecutions()).toHaveLength(1);
  });

  it("refuses a name taken by another input, and for ever one of a closed execution", async () => {
    const { engine, start, succeed } = openTestEngine(WAITING);
    await start({ a: 1 });
    const again = (a: number) => refusal(() => engine.startExecution({ machineArn: MACHINE, name: "one", input: JSON.stringify({ a }) }));
    expect(again(2)).toBe("ExecutionAlreadyExists");
    await succeed("Ask", null);
    expect(again(1)).toBe("ExecutionAlreadyExists");
  });

  it("refuses an unknown machine, a wrong name, an input that is no JSON or too large", () => {
    const { engine } = openTestEngine(PASSING);
    const start = (more: object) => refusal(() => engine.startExecution({ machineArn: MACHINE, name: "x", ...more }));
    expect(start({ machineArn: `${MACHINE}-not` })).toBe("StateMachineDoesNotExist");
    for (const name of ["", "a b", "a/b", "a:b", "x".repeat(81)]) expect(start({ name })).toBe("InvalidName");
    expect(start({ input: "{" })).toBe("InvalidExecutionInput");
    expect(start({ input: JSON.stringify("x".repeat(262_144)) })).toBe("InvalidExecutionInput");
    expect(refusal(() => engine.describeExecution("arn:none"))).toBe("ExecutionDoesNotExist");
  });
});

describe("what an execution carries", () => {
  it("may be 262144 bytes and no more", async () => {
    const size = (bytes: number): Definition => ({ StartAt: "Grow", States: { Grow: { Type: "Pass", Output: `{% $join($map([1..${bytes - 2}], function($v) { 'x' })) %}`, End: true } } });
    const fits = openTestEngine(size(262_144));
    await fits.start();
    expect(fits.result().status).toBe("SUCCEEDED");
    const over = openTestEngine(size(262_145));
    await over.start();
    expect(over.result()).toMatchObject({ status: "FAILED", error: "States.DataLimitExceeded" });
  });

  it("refuses a task's result that is too large, counted in bytes of UTF-8", async () => {
    const task: Definition = { StartAt: "Call", States: { Call: { Type: "Task", Resource: FUNCTION_TASK, Output: "small", Catch: [{ ErrorEquals: ["States.ALL"], Next: "End" }], End: true }, End: { Type: "Succeed" } } };
    const over = openTestEngine(task, { invoke: async () => "ế".repeat(90_000) });
    await over.start();
    expect(over.result()).toMatchObject({ status: "FAILED", error: "States.DataLimitExceeded" });
  });

  it("ends with its 25000th event", async () => {
    const { start, result, engine } = openTestEngine({ StartAt: "Round", States: { Round: { Type: "Pass", Next: "Round" } } });
    await start();
    expect(result()).toMatchObject({ status: "FAILED", error: "States.Runtime" });
    expect(engine.getExecutionHistory(EXECUTION)).toHaveLength(25_000);
  });
});

describe("a machine", () => {
  it("keeps, for executions that run, the revision they began with", async () => {
    const { engine, start, succeed, entered, clock } = openTestEngine({ ...WAITING, States: { Ask: { Type: "Task", Resource: TOKEN_TASK, Next: "Old" }, Old: { Type: "Succeed" } } });
    await start();
    engine.putStateMachine({ arn: MACHINE, name: "under-test", definition: PASSING });
    engine.startExecution({ machineArn: MACHINE, name: "two" });
    await clock.settle();
    await succeed("Ask", null);
    expect(entered()).toEqual(["Ask", "Old"]);
    expect(engine.describeExecution(EXECUTION.replace("one", "two")).status).toBe("SUCCEEDED");
  });

  it("refuses a definition that could not run as written, naming every place", () => {
    const { engine } = openTestEngine(PASSING);
    const put = (definition: unknown) => refusal(() => engine.putStateMachine({ arn: MACHINE, name: "m", definition: definition as Definition }));
    expect(put({ ...PASSING, StartAt: "Nowhere" })).toBe("InvalidDefinition");
    expect(put({ StartAt: "A", States: { A: { Type: "Pass", Next: "B" } } })).toBe("InvalidDefinition");
    expect(put({ StartAt: "A", States: { A: { Type: "Pause", End: true } } })).toBe("InvalidDefinition");
    expect(put({ StartAt: "A", States: { A: { Type: "Pass" } } })).toBe("InvalidDefinition");
  });
});

describe("an engine", () => {
  it("tells of every entry and retry, counts them, and lists executions by machine and status", async () => {
    const told: string[] = [];
    const { engine, start, clock } = openTestEngine({ StartAt: "A", States: { A: { Type: "Pass", Next: "B" }, B: { Type: "Succeed" } } }, { onTransition: ({ state }) => void told.push(state) });
    await start();
    engine.startExecution({ machineArn: MACHINE, name: "two" });
    await clock.settle();
    expect(told).toEqual(["A", "B", "A", "B"]);
    expect(engine.transitions()).toBe(4);
    expect(engine.busy()).toBe(0);
    expect(engine.listExecutions({ status: "RUNNING" })).toEqual([]);
    expect(engine.listExecutions({ machineArn: MACHINE, status: "SUCCEEDED" }).map(({ name }) => name)).toEqual(["one", "two"]);
  });

  it("keeps no events where nobody reads them, and runs the same", async () => {
    const { engine, start, output } = openTestEngine(PASSING, { keepHistory: false });
    await start({ same: true });
    expect(output()).toEqual({ same: true });
    expect(engine.getExecutionHistory(EXECUTION)).toEqual([]);
  });

  it("stops, and says so, when its store takes nothing more", async () => {
    const store = createMemoryStore();
    let full = false;
    const faults: unknown[] = [];
    const { engine, start, tokenOf } = openTestEngine(WAITING, {
      store: {
        ...store,
        append: (record) => {
          if (full) throw new Error("no space left");
          store.append(record);
        },
      },
      onFault: (error) => void faults.push(error),
    });
    await start();
    full = true;
    expect(() => engine.sendTaskSuccess({ token: tokenOf("Ask"), output: "1" })).toThrow("could not be saved");
    expect(faults).toEqual([new Error("no space left")]);
    full = false;
    expect(() => engine.sendTaskSuccess({ token: tokenOf("Ask"), output: "1" })).toThrow("has stopped after a fault");
    expect(engine.describeExecution(EXECUTION).status).toBe("RUNNING");
  });
});
