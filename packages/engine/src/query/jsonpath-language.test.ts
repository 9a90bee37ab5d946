import { describe, expect, it } from "vitest";
import type { ChoiceRule, State } from "../definition/definition.ts";
import { FUNCTION_TASK, openTestEngine } from "../testing/test-engine.ts";

async function through(state: State, input: unknown, result: unknown = null): Promise<unknown> {
  const { start, output, result: description } = openTestEngine({ QueryLanguage: "JSONPath", StartAt: "A", States: { A: { ...state, End: true } } }, { invoke: async () => result as null });
  await start(input);
  const { status, error } = description();
  return status === "SUCCEEDED" ? output() : error;
}

async function chosen(rule: Omit<ChoiceRule, "Next">, input: unknown): Promise<unknown> {
  const { start, entered, result } = openTestEngine({
    QueryLanguage: "JSONPath",
    StartAt: "A",
    States: { A: { Type: "Choice", Choices: [{ ...rule, Next: "Yes" }], Default: "No" }, Yes: { Type: "Succeed" }, No: { Type: "Succeed" } },
  });
  await start(input);
  return entered()[1] ?? result().error;
}

describe("JSONPath mode", () => {
  it("goes from the input through parameters, selector, result path and output path", async () => {
    const state: State = {
      Type: "Task",
      Resource: FUNCTION_TASK,
      InputPath: "$.in",
      Parameters: { "n.$": "$.n", "name.$": "$$.State.Name" },
      ResultSelector: { "kept.$": "$.Payload.x" },
      ResultPath: "$.in.made.here",
      OutputPath: "$.in",
    };
    expect(await through(state, { in: { n: 1 } }, { Payload: { x: 5 } })).toEqual({ n: 1, made: { here: { kept: 5 } } });
  });

  it("reads wildcards, slices, filters and negative indices", async () => {
    const read = (path: string) => through({ Type: "Pass", Parameters: { "x.$": path } }, { a: [{ b: 1 }, { b: 2 }, { b: 3 }], "c d": { "e.f": 9 } });
    expect(await read("$.a[*].b")).toEqual({ x: [1, 2, 3] });
    expect(await read("$..b")).toEqual({ x: [1, 2, 3] });
    expect(await read("$.a[?(@.b > 1)].b")).toEqual({ x: [2, 3] });
    expect(await read("$.a[?(@.b > 9)]")).toEqual({ x: [] });
    expect(await read("$.a[-1].b")).toEqual({ x: 3 });
    expect(await read("$['c d']['e.f']")).toEqual({ x: 9 });
    expect(await read("$.a[7]")).toBe("States.Runtime");
  });

  it("refuses a result path through what is no object, and paths that point at nothing", async () => {
    expect(await through({ Type: "Pass", Result: 1, ResultPath: "$.a.b" }, { a: "text" })).toBe("States.ResultPathMatchFailure");
    expect(await through({ Type: "Pass", Result: 1, ResultPath: "$.a[2]" }, { a: [1] })).toBe("States.ResultPathMatchFailure");
    expect(await through({ Type: "Pass", InputPath: "$.none" }, {})).toBe("States.Runtime");
    expect(await through({ Type: "Pass", OutputPath: "$.none" }, {})).toBe("States.Runtime");
  });

  it("refuses intrinsic functions that are unknown, unclosed, or given the wrong thing", async () => {
    const call = (text: string) => through({ Type: "Pass", Parameters: { "x.$": text } }, { s: "a", list: [1] });
    for (const text of ["States.Nothing()", "States.Format('{}')", "States.Format('x", "States.ArrayLength($.s)", "States.JsonMerge($, $, true)", "States.ArrayGetItem($.list, 3)", "States.StringToJson('{')"]) {
      expect([text, await call(text)]).toEqual([text, "States.IntrinsicFailure"]);
    }
    expect(await call("States.Format('\\{{}\\} it\\'s {}', $.s, States.ArrayLength($.list))")).toEqual({ x: "{a} it's 1" });
    expect(await call("States.ArrayUnique(States.Array(1, 1, $.s))")).toEqual({ x: [1, "a"] });
    expect(await call("States.MathRandom(3, 3)")).toEqual({ x: 3 });
  });
});

describe("a choice rule", () => {
  it.each([
    [{ Variable: "$.s", StringEquals: "bb" }, "Yes"],
    [{ Variable: "$.s", StringLessThan: "c" }, "Yes"],
    [{ Variable: "$.s", StringGreaterThanEqualsPath: "$.t" }, "No"],
    [{ Variable: "$.s", StringMatches: "b*" }, "Yes"],
    [{ Variable: "$.star", StringMatches: "a\\*b*" }, "Yes"],
    [{ Variable: "$.s", StringMatches: "a.b" }, "No"],
    [{ Variable: "$.n", NumericLessThanEquals: 3 }, "Yes"],
    [{ Variable: "$.n", NumericGreaterThan: 3 }, "No"],
    [{ Variable: "$.n", StringEquals: "3" }, "No"],
    [{ Variable: "$.at", TimestampLessThan: "2026-03-02T12:00:00+07:00" }, "Yes"],
    [{ Variable: "$.at", TimestampEqualsPath: "$.same" }, "Yes"],
    [{ Variable: "$.at", IsTimestamp: true }, "Yes"],
    [{ Variable: "$.none", IsPresent: false }, "Yes"],
    [{ Variable: "$.null", IsNull: true }, "Yes"],
    [{ Variable: "$.b", BooleanEquals: false }, "Yes"],
    [{ Not: { Or: [{ Variable: "$.n", NumericEquals: 3 }, { Variable: "$.none", IsPresent: true }] } }, "No"],
    [{ And: [{ Variable: "$.n", IsNumeric: true }, { Variable: "$.s", IsString: true }, { Variable: "$.b", IsBoolean: true }] }, "Yes"],
    [{ Variable: "$.none", StringEquals: "x" }, "States.Runtime"],
  ] as const)("%j leads to %s", async (rule, expected) => {
    const input = { s: "bb", t: "cc", star: "a*bc", n: 3, at: "2026-03-02T04:00:00Z", same: "2026-03-02T11:00:00+07:00", null: null, b: false };
    expect(await chosen(rule as Omit<ChoiceRule, "Next">, input)).toBe(expected);
  });

  it("refuses to go on where none is met and there is no default", async () => {
    const { start, result } = openTestEngine({ StartAt: "A", States: { A: { Type: "Choice", Choices: [{ Condition: "{% false %}", Next: "B" }] }, B: { Type: "Succeed" } } });
    await start();
    expect(result()).toMatchObject({ status: "FAILED", error: "States.NoChoiceMatched" });
  });
});
