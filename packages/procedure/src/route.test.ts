import { describe, expect, it } from "vitest";
import { advance, enter, openSteps, type Routed } from "./route.ts";
import type { Step } from "./workflow.ts";

const name = { vi: "Bước" };
const task = (next: Readonly<Record<string, string>>, more: Partial<Step> = {}): Step => ({ kind: "task", name, role: "r", next, ...more }) as Step;
const fork = (branches: Readonly<Record<string, string>>, joined: string, more: Partial<Step> = {}): Step =>
  ({
    kind: "fork", name, join: "all", next: { joined },
    branches: Object.fromEntries(Object.entries(branches).map(([id, start]) => [id, { name, start }])),
    ...more,
  }) as Step;
const workflow = (steps: Readonly<Record<string, Step>>): Routed => ({ steps });

describe("a straight way", () => {
  const straight = workflow({ a: task({ on: "b", bad: "@stop", no: "@refuse" }), b: task({ back: "a", end: "@end" }) });

  it("begins at its start and goes on by the outcome", () => {
    expect(enter(straight, "a", {})).toEqual({ position: { step: "a" }, entered: ["a"] });
    expect(advance(straight, { step: "a" }, { step: "a", outcome: "on" }, {})).toEqual({ position: { step: "b" }, entered: ["b"] });
    expect(advance(straight, { step: "b" }, { step: "b", outcome: "back" }, {})).toEqual({ position: { step: "a" }, entered: ["a"] });
  });

  it("ends in three ways", () => {
    expect(advance(straight, { step: "b" }, { step: "b", outcome: "end" }, {})).toEqual({ entered: [], ended: "completed" });
    expect(advance(straight, { step: "a" }, { step: "a", outcome: "bad" }, {})).toEqual({ entered: [], ended: "stopped" });
    expect(advance(straight, { step: "a" }, { step: "a", outcome: "no" }, {})).toEqual({ entered: [], ended: "refused" });
  });

  it("refuses a step that is not open, an outcome it does not have and a target that does not exist", () => {
    expect(() => advance(straight, { step: "a" }, { step: "b", outcome: "end" }, {})).toThrow(RangeError);
    expect(() => advance(straight, { step: "a" }, { step: "a", outcome: "end" }, {})).toThrow(/no outcome/);
    expect(() => enter(straight, "nowhere", {})).toThrow(/no step/);
  });
});

describe("skipped steps", () => {
  const chain = workflow({
    a: task({ on: "b" }, { when: "x" }),
    b: task({ on: "c", other: "@stop" }, { when: "y", skip: "d" }),
    c: task({ on: "@end" }),
    d: task({ on: "@end" }),
    ask: { kind: "consult", name, within: "1wd", join: "all", units: "[]", next: { answered: "c", objected: "d" } },
  });

  it("lead to the first next, or where skip says", () => {
    expect(enter(chain, "a", { when_a: true }).entered).toEqual(["a"]);
    expect(enter(chain, "a", { when_b: true }).entered).toEqual(["b"]);
    expect(enter(chain, "a", {}).entered).toEqual(["d"]);
  });

  it("include a consultation that has nobody to ask", () => {
    expect(enter(chain, "ask", { when_ask: true }).entered).toEqual(["ask"]);
    expect(enter(chain, "ask", {}).entered).toEqual(["c"]);
  });

  it("refuses to go round in a circle", () => {
    const circle = workflow({ a: task({ on: "b" }, { when: "x" }), b: task({ on: "a" }, { when: "x" }) });
    expect(() => enter(circle, "a", {})).toThrow(/circle/);
  });
});

describe("a fork", () => {
  const forked = workflow({
    f: fork({ left: "l1", right: "r1" }, "after"),
    l1: task({ on: "l2" }),
    l2: task({ on: "@join", bad: "@stop" }),
    r1: task({ on: "@join" }, { when: "x", skip: "@join" }),
    after: task({ on: "@end" }),
  });

  it("opens every branch and goes on when the last one has joined", () => {
    const begun = enter(forked, "f", { when_r1: true });
    expect(begun.entered).toEqual(["l1", "r1"]);
    const right = advance(forked, begun.position!, { step: "r1", outcome: "on" }, {});
    expect(right).toEqual({ position: { step: "f", branches: { left: { step: "l1" }, right: "done" } }, entered: [] });
    const left = advance(forked, right.position!, { step: "l1", outcome: "on" }, {});
    expect(openSteps(left.position!)).toEqual(["l2"]);
    expect(advance(forked, left.position!, { step: "l2", outcome: "on" }, {})).toEqual({ position: { step: "after" }, entered: ["after"] });
  });

  it("ends the whole way when a branch does", () => {
    const at = { step: "f", branches: { left: { step: "l2" }, right: { step: "r1" } } };
    expect(advance(forked, at, { step: "l2", outcome: "bad" }, {})).toEqual({ entered: [], ended: "stopped" });
  });

  it("counts a skipped branch as done at once", () => {
    expect(enter(forked, "f", {}).position).toEqual({ step: "f", branches: { left: { step: "l1" }, right: "done" } });
  });

  it("is passed when all of its branches are skipped", () => {
    const empty = workflow({ ...forked.steps, l1: task({ on: "@join" }, { when: "x" }) });
    expect(enter(empty, "f", {})).toEqual({ position: { step: "after" }, entered: ["after"] });
  });

  it("may stand inside a branch of another", () => {
    const nested = workflow({
      f: fork({ left: "g", right: "r" }, "@end"),
      g: fork({ one: "a", two: "b" }, "@join"),
      a: task({ on: "@join" }), b: task({ on: "@join" }), r: task({ on: "@join" }),
    });
    let at = enter(nested, "f", {}).position!;
    expect(openSteps(at)).toEqual(["a", "b", "r"]);
    for (const step of ["b", "r"]) at = advance(nested, at, { step, outcome: "on" }, {}).position!;
    expect(openSteps(at)).toEqual(["a"]);
    expect(advance(nested, at, { step: "a", outcome: "on" }, {})).toEqual({ entered: [], ended: "completed" });
  });

  it("refuses @join outside a fork", () => {
    expect(() => enter(workflow({}), "@join", {})).toThrow(/outside a fork/);
  });
});
