import type { Step } from "@motcua/procedure";
import { describe, expect, it } from "vitest";
import { realProcedures } from "../testing/real-procedures.ts";
import { forkOf, stepOf } from "../testing/step-of.ts";
import { checkWorkflow } from "./check-workflow.ts";

const done = stepOf("task", { xong: "@join" });
const problemsOf = (start: string, steps: Readonly<Record<string, Step>>): readonly string[] => checkWorkflow({ workflow: { start, steps } }).map(({ code, pointer }) => `${code} ${pointer}`);

describe("the ways of a workflow", () => {
  it("are right in the real procedures", async () => {
    for (const procedure of (await realProcedures()).values()) expect(checkWorkflow(procedure)).toEqual([]);
  });

  it("may lead to one step from inside a fork and from outside", () => {
    const steps = { f: forkOf({ l: "a", r: "b" }, "c"), a: stepOf("task", { xong: "@join", thoi: "bao" }), b: done, c: stepOf("task", { xong: "@end", thoi: "bao" }), bao: stepOf("task", { xong: "@stop" }) };
    expect(problemsOf("f", steps)).toEqual([]);
  });

  it.each<[string, string, Readonly<Record<string, Step>>, readonly string[]]>([
    ["a target that is not there", "a", { a: stepOf("task", { xong: "b" }) }, ["unknown-step /workflow/steps/b"]],
    ["skipped steps in a circle", "a", { a: stepOf("task", { xong: "b" }, { when: "x" }), b: stepOf("task", { xong: "a" }, { when: "x" }) }, ["skip-circle /workflow/steps/a"]],
    ["@join outside a fork", "a", { a: stepOf("task", { xong: "b" }), b: done }, ["join-outside-fork /workflow/steps/b"]],
    ["a fork inside itself", "f", { f: forkOf({ l: "a", r: "b" }, "@end"), a: stepOf("task", { xong: "f" }), b: done }, ["fork-inside-itself /workflow/steps/f"]],
    ["a step of two branches", "f", { f: forkOf({ l: "a", r: "b" }, "@end"), a: stepOf("task", { xong: "c" }), b: stepOf("task", { xong: "c" }), c: done }, ["step-of-two-branches /workflow/steps/c"]],
    ["steps that are never reached", "a", { a: stepOf("task", { xong: "@end" }), b: stepOf("task", { xong: "c" }), c: stepOf("task", { xong: "@end" }) }, ["step-unreachable /workflow/steps/b", "step-unreachable /workflow/steps/c"]],
    ["steps that never end", "a", { a: stepOf("task", { xong: "@end", lai: "b" }), b: stepOf("task", { xong: "c" }), c: stepOf("task", { xong: "b" }) }, ["step-without-end /workflow/steps/b", "step-without-end /workflow/steps/c"]],
    ["a branch that never joins", "f", { f: forkOf({ l: "a", r: "b" }, "@end"), a: stepOf("task", { xong: "@stop" }), b: done }, ["branch-never-joins /workflow/steps/f"]],
    ["@fail outside a fork", "a", { a: stepOf("task", { xong: "b" }), b: stepOf("task", { xong: "@fail" }) }, ["join-outside-fork /workflow/steps/b"]],
    ["a branch that fails and no way for it", "f", { f: forkOf({ l: "a", r: "b" }, "@end"), a: stepOf("task", { xong: "@join", thoi: "@fail" }), b: done }, ["fork-without-way /workflow/steps/f/next"]],
    ["a way for a failure that never comes", "f", { f: forkOf({ l: "a", r: "b" }, "@end", { next: { joined: "@end", failed: "@stop" } }), a: done, b: stepOf("task", { xong: "@join" }) }, ["fork-never-fails /workflow/steps/f/next"]],
    ["a settled fork in which nothing fails", "f", { f: forkOf({ l: "a", r: "b" }, "", { join: "settled", next: { all: "@end", some: "@end", none: "@stop" } }), a: done, b: stepOf("task", { xong: "@join" }) }, ["fork-never-fails /workflow/steps/f/next"]],
    ["a quorum of more branches than there are", "f", { f: forkOf({ l: "a", r: "b" }, "", { join: { quorum: 3 }, next: { joined: "@end", failed: "@stop" } }), a: stepOf("task", { xong: "@join", thoi: "@fail" }), b: done }, ["quorum-too-large /workflow/steps/f/join/quorum"]],
    ["steps of a branch that never end", "f", { f: forkOf({ l: "a", r: "b" }, "@end"), a: stepOf("task", { xong: "@join", lai: "c" }), b: done, c: stepOf("task", { xong: "c" }) }, ["step-without-end /workflow/steps/c"]],
  ])("refuses %s", (_, start, steps, expected) => {
    expect(problemsOf(start, steps)).toEqual(expected);
  });
});
