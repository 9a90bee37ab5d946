import { describe, expect, it } from "vitest";
import type { Definition, State } from "../definition/definition.ts";
import { DAY, EXECUTION, FUNCTION_TASK, openTestEngine, refusal, SECOND, START, TOKEN_TASK } from "../testing/test-engine.ts";
import { TaskFailure } from "../task-failure.ts";

const ask: State = { Type: "Task", Resource: TOKEN_TASK, End: true };
const branch = (name: string, state: State) => ({ StartAt: name, States: { [name]: state } });

/** A Parallel in a Parallel; people answer in every branch. */
const NESTED: Definition = {
  StartAt: "Fork",
  States: {
    Fork: {
      Type: "Parallel",
      Branches: [branch("One", ask), { StartAt: "Inner", States: { Inner: { Type: "Parallel", Branches: [branch("Two", ask), branch("Three", ask)], Next: "Four" }, Four: ask } }],
      Catch: [{ ErrorEquals: ["Refused"], Next: "Undo" }],
      Next: "Done",
    },
    Undo: { Type: "Pass", Output: { undone: "{% $states.input.Error %}" }, End: true },
    Done: { Type: "Succeed" },
  },
};

describe("branches", () => {
  it("wait side by side, in any order, and join with their outputs in the order of the branches", async () => {
    const { start, succeed, output, entered } = openTestEngine(NESTED);
    await start();
    expect(entered()).toEqual(["Fork", "One", "Inner", "Two", "Three"]);
    await succeed("Three", 3);
    await succeed("One", 1);
    await succeed("Two", 2);
    await succeed("Four", { four: true });
    expect(output()).toEqual([1, { four: true }]);
  });

  it("fall with the first that fails: the tokens of the others are no longer taken", async () => {
    const { engine, start, tokenOf, clock, output, eventTypes } = openTestEngine(NESTED);
    await start();
    engine.sendTaskFailure({ token: tokenOf("Two"), error: "Refused" });
    await clock.settle();
    expect(output()).toEqual({ undone: "Refused" });
    for (const state of ["One", "Two", "Three"]) expect(refusal(() => engine.sendTaskSuccess({ token: tokenOf(state), output: "1" }))).toBe("TaskTimedOut");
    expect(eventTypes().filter((type) => type.startsWith("Parallel") || type.endsWith("Aborted"))).toEqual([
      "ParallelStateEntered", "ParallelStateStarted", "ParallelStateEntered", "ParallelStateStarted",
      "TaskStateAborted", "ParallelStateFailed", "TaskStateAborted", "ParallelStateFailed", "ParallelStateExited",
    ]);
  });

  it("end with StopExecution, all of them, for good", async () => {
    const { engine, start, tokenOf, calls, result, clock } = openTestEngine(NESTED);
    await start();
    expect(engine.stopExecution({ executionArn: EXECUTION, error: "Withdrawn", cause: "by the applicant" }).stopDate).toBe("2026-03-02T01:00:00.000Z");
    expect(result()).toMatchObject({ status: "ABORTED", error: "Withdrawn", cause: "by the applicant" });
    for (const state of ["One", "Two", "Three"]) expect(refusal(() => engine.sendTaskSuccess({ token: tokenOf(state), output: "1" }))).toBe("TaskTimedOut");
    await clock.advance(START + 400 * DAY);
    expect(calls).toHaveLength(3);
    engine.stopExecution({ executionArn: EXECUTION, error: "Again" });
    expect(result()).toMatchObject({ status: "ABORTED", error: "Withdrawn" });
  });

  it("see the variables around them and keep their own to themselves", async () => {
    const { start, output } = openTestEngine({
      StartAt: "Set",
      States: {
        Set: { Type: "Pass", Assign: { unit: "H20" }, Next: "Each" },
        Each: {
          Type: "Map",
          Items: [1, 2],
          ItemSelector: { n: "{% $states.context.Map.Item.Value %}", i: "{% $states.context.Map.Item.Index %}" },
          ItemProcessor: {
            StartAt: "Add",
            States: {
              Add: { Type: "Pass", Assign: { own: "{% $unit & '-' & $states.input.n %}" }, Next: "Show" },
              Show: { Type: "Pass", Output: { own: "{% $own %}", item: "{% $states.context.Map.Item.Value %}", i: "{% $states.input.i %}" }, End: true },
            },
          },
          Output: { each: "{% $states.result %}", outside: "{% $exists($own) %}" },
          End: true,
        },
      },
    });
    await start();
    expect(output()).toEqual({ each: [{ own: "H20-1", item: 1, i: 0 }, { own: "H20-2", item: 2, i: 1 }], outside: false });
  });

  it("of a Map run no more at once than allowed, and all again when the Map is retried", async () => {
    let running = 0;
    let most = 0;
    let failures = 1;
    const { start, clock, calls, output } = openTestEngine(
      {
        StartAt: "Each",
        States: {
          Each: {
            Type: "Map",
            MaxConcurrency: 3,
            Retry: [{ ErrorEquals: ["Once"], IntervalSeconds: 5 }],
            ItemProcessor: branch("Work", { Type: "Task", Resource: FUNCTION_TASK, End: true }),
            End: true,
          },
        },
      },
      {
        invoke: async ({ payload }) => {
          most = Math.max(most, ++running);
          await new Promise((resolve) => setImmediate(resolve));
          running--;
          if (payload === 6 && failures-- > 0) throw new TaskFailure("Once");
          return Number(payload) * 10;
        },
      },
    );
    await start([1, 2, 3, 4, 5, 6, 7]);
    await clock.advance(START + 60 * SECOND);
    await until(() => output() !== null);
    expect(output()).toEqual([10, 20, 30, 40, 50, 60, 70]);
    expect(most).toBe(3);
    expect(calls.filter(({ payload }) => payload === 1)).toHaveLength(2);
  });

  it("of a Map over nothing join at once", async () => {
    const { start, output } = openTestEngine({ StartAt: "Each", States: { Each: { Type: "Map", ItemProcessor: branch("Work", ask), End: true } } });
    await start([]);
    expect(output()).toEqual([]);
  });
});

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setImmediate(resolve));
}
