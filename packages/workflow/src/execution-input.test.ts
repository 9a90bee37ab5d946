import { describe, expect, it } from "vitest";
import { executionInput } from "./execution-input.ts";
import { forkOf, stepOf } from "./testing/step-of.ts";
import { toStateMachine } from "./to-state-machine.ts";

const machine = toStateMachine({
  workflow: {
    start: "nhan",
    steps: {
      nhan: stepOf("intake", { accept: "xet" }),
      xet: forkOf({ trai: "tham_dinh", phai: "hoi" }, "ky"),
      tham_dinh: stepOf("task", { dat: "@join", thieu: "bao" }),
      hoi: stepOf("consult", { answered: "@join", objected: "bao_lai" }),
      bao_lai: stepOf("task", { xong: "@join" }),
      bao: stepOf("task", { xong: "@stop" }),
      ky: stepOf("sign", { signed: "@end", returned: "bao" }),
    },
  },
});
const beginning = { dossier: "H20.015-261005-0001", generation: 2, after: 7, facts: { when_hoi: true, when_khac: true } };

describe("the input of an execution", () => {
  it("says where a dossier stands in the machine's names, and which step a state stands for", () => {
    expect(executionInput(machine, { ...beginning, position: { step: "nhan" } })).toEqual({
      dossier: "H20.015-261005-0001", generation: 2, after: 7, facts: { w1: true }, at: { state: "intake_1" },
      steps: { intake_1: "nhan", task_1: "tham_dinh", task_2: "bao", consult_1: "hoi", task_3: "bao_lai", sign_1: "ky", task_4: "bao" },
    });
  });

  it("says where each branch stands, in the workflow's order whatever the position's", () => {
    const position = { step: "xet", branches: { phai: { step: "bao_lai" }, trai: "done" as const } };
    expect(executionInput(machine, { ...beginning, position }).at).toEqual({ state: "fork_1", branches: [{ state: "done" }, { state: "task_3" }] });
  });

  it("is the same text for the same beginning", () => {
    const text = () => JSON.stringify(executionInput(machine, { ...beginning, position: { step: "ky" } }));
    expect(text()).toBe(text());
  });

  it("says that a fact does not hold which was not given", () => {
    expect(executionInput(machine, { ...beginning, facts: {}, position: { step: "nhan" } }).facts).toEqual({ w1: false });
  });

  it.each([
    ["a step that is not there", { step: "dong_dau" }],
    ["a step of a branch outside it", { step: "hoi" }],
    ["a fork without a branch", { step: "xet", branches: { trai: { step: "tham_dinh" } } }],
    ["a branch at a step of the other", { step: "xet", branches: { trai: { step: "hoi" }, phai: "done" as const } }],
  ])("refuses %s", (_, position) => {
    expect(() => executionInput(machine, { ...beginning, position })).toThrow(RangeError);
  });
});
