import { describe, expect, it } from "vitest";
import { MODULES } from "../testing/real-shop.ts";
import { stepLines } from "./step-lines.ts";

describe("the steps of a procedure as its page lists them", () => {
  it.each(MODULES.map(({ procedure }) => [procedure.code, procedure] as const))("%s: each step once, forks aside", (_, procedure) => {
    const steps = Object.values(procedure.workflow.steps).filter(({ kind }) => kind !== "fork");
    expect(stepLines(procedure).map(({ name }) => name).sort()).toEqual(steps.map(({ name }) => name.vi).sort());
  });

  it("begins where a dossier begins and ends with the return of the result", () => {
    const birth = MODULES.find(({ procedure }) => procedure.code === "1.001193");
    const lines = birth === undefined ? [] : stepLines(birth.procedure);
    const at = (kind: string) => lines.findIndex(({ name }) => name === Object.values(birth?.procedure.workflow.steps ?? {}).find((step) => step.kind === kind)?.name.vi);
    expect(at("intake")).toBeLessThan(at("sign"));
    expect(at("sign")).toBeLessThan(at("return"));
    expect(lines[at("wait")]?.sometimes).toBe(true);
    expect(lines[at("intake")]?.sometimes).toBe(false);
  });
});
