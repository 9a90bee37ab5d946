import { describe, expect, it } from "vitest";
import { joinFacts } from "./fork-join.ts";
import { advance, type Arrival, enter, openSteps, type Routed } from "./route.ts";
import type { Join, Step } from "./workflow.ts";

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
    expect(right).toEqual({
      position: { step: "f", branches: { left: { step: "l1" }, right: "done" } }, entered: [], forks: [{ fork: "f", branch: "right", became: "succeeded" }],
    });
    const left = advance(forked, right.position!, { step: "l1", outcome: "on" }, {});
    expect(openSteps(left.position!)).toEqual(["l2"]);
    expect(advance(forked, left.position!, { step: "l2", outcome: "on" }, {})).toEqual({
      position: { step: "after" }, entered: ["after"],
      forks: [{ fork: "f", branch: "left", became: "succeeded" }, { fork: "f", outcome: "joined", passed: false }],
    });
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
    expect(enter(empty, "f", {})).toMatchObject({ position: { step: "after" }, entered: ["after"], forks: [{}, {}, { outcome: "joined", passed: true }] });
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
    expect(advance(nested, at, { step: "a", outcome: "on" }, {})).toMatchObject({ entered: [], ended: "completed" });
  });

  it.each(["@join", "@fail"])("refuses %s outside a fork", (target) => {
    expect(() => enter(workflow({}), target, {})).toThrow(/outside a fork/);
  });
});

describe("a fork whose branches may fail", () => {
  const steps = { a: task({ ok: "@join", no: "@fail" }), b: task({ ok: "@join", no: "@fail" }), c: task({ ok: "@join", no: "@fail" }), after: task({ on: "@end" }), other: task({ on: "@end" }), none: task({ on: "@end" }) };
  const joining = (join: Join, more: Partial<Step> = {}): Routed => {
    const next = join === "settled" ? { all: "after", some: "other", none: "none" } : { joined: "after", failed: "other" };
    return workflow({ f: fork({ a: "a", b: "b", c: "c" }, "after", { join, next, ...more } as Partial<Step>), ...steps });
  };
  /** Ends branches one after the other by `ok` or `no`; where the dossier stands then. */
  const after = (routed: Routed, ...acts: readonly string[]): Arrival => {
    let arrival = enter(routed, "f", {});
    for (const act of acts) {
      const [step = "", outcome = ""] = act.split(" ");
      arrival = advance(routed, arrival.position!, { step, outcome }, {});
    }
    return arrival;
  };
  const stands = ({ position }: Arrival) => (position?.branches === undefined ? position?.step : openSteps(position));

  it.each<readonly [Join, readonly string[], unknown]>([
    ["all", ["a ok", "b ok", "c ok"], "after"], ["all", ["a ok"], ["b", "c"]], ["all", ["a ok", "b no"], "other"],
    ["any", ["a no"], ["b", "c"]], ["any", ["a no", "b ok"], "after"], ["any", ["a no", "b no", "c no"], "other"],
    [{ quorum: 2 }, ["a ok", "b no"], ["c"]], [{ quorum: 2 }, ["a ok", "b ok"], "after"], [{ quorum: 2 }, ["a no", "b no"], "other"],
    ["settled", ["a no", "b ok"], ["c"]], ["settled", ["a ok", "b ok", "c ok"], "after"], ["settled", ["a ok", "b no", "c ok"], "other"], ["settled", ["a no", "b no", "c no"], "none"],
  ])("joined by %o, after %o stands at %o", (join, acts, expected) => {
    expect(stands(after(joining(join), ...acts))).toEqual(expected);
  });

  it("says what became of every branch, of those too that were still open", () => {
    expect(after(joining("any"), "b ok").forks).toEqual([
      { fork: "f", branch: "b", became: "succeeded" }, { fork: "f", branch: "a", became: "cancelled" }, { fork: "f", branch: "c", became: "cancelled" },
      { fork: "f", outcome: "joined", passed: false },
    ]);
    expect(joinFacts(joining("any").steps, after(joining("any"), "b ok").forks)).toEqual({ "joins_f.joined": true });
  });

  it("does not count a branch that does not apply, and asks no quorum of more than there are", () => {
    const name = { vi: "Nhánh" };
    const branches = { a: { name, start: "a", when: "x" }, b: { name, start: "b", when: "x" }, c: { name, start: "c" } };
    const enteredBy = (join: Join, facts: Readonly<Record<string, boolean>>) => enter(joining(join, { branches }), "f", facts);
    const alone = enteredBy({ quorum: 2 }, {});
    expect(alone.position?.branches).toEqual({ a: "out", b: "out", c: { step: "c" } });
    expect(advance(joining({ quorum: 2 }, { branches }), alone.position!, { step: "c", outcome: "ok" }, {}).entered).toEqual(["after"]);
    expect(enteredBy("settled", { "when_f.a": true }).entered).toEqual(["a", "c"]);
    const none = enter(joining("settled", { branches: { ...branches, c: { ...branches.c, when: "x" } } }), "f", {});
    expect([none.entered, none.forks?.at(-1)]).toEqual([["after"], { fork: "f", outcome: "all", passed: true }]);
  });
});
