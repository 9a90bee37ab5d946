import { describe, expect, it } from "vitest";
import { taskAnswer } from "./task-answer.ts";
import { stepOf } from "./testing/step-of.ts";
import { toStateMachine } from "./to-state-machine.ts";

const machine = toStateMachine({
  workflow: {
    start: "xet",
    steps: {
      xet: stepOf("task", { dat: "hoi", thieu: "@stop" }),
      hoi: stepOf("consult", { answered: "ky", objected: "xet" }),
      ky: stepOf("sign", { signed: "@end", returned: "xet" }),
    },
  },
});

describe("the answer to a waiting state", () => {
  it("is in the machine's names", () => {
    expect(taskAnswer(machine, { step: "xet", outcome: "thieu", facts: { when_hoi: true, when_khac: true }, after: 9 })).toEqual({ outcome: "o2", facts: { w1: true }, after: 9 });
    expect(taskAnswer(machine, { step: "ky", outcome: "signed", facts: {}, after: 9 })).toEqual({ outcome: "signed", facts: { w1: false }, after: 9 });
  });

  it("refuses a step or an outcome that is not there", () => {
    expect(() => taskAnswer(machine, { step: "xet", outcome: "o2", facts: {}, after: 9 })).toThrow(/no outcome o2/);
    expect(() => taskAnswer(machine, { step: "dong_dau", outcome: "sealed", facts: {}, after: 9 })).toThrow(RangeError);
  });
});
