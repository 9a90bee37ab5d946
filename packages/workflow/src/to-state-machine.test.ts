import type { WorkflowFile } from "@motcua/procedure";
import { describe, expect, it } from "vitest";
import { checkStateMachine } from "./check/check-state-machine.ts";
import { outlineOf } from "./testing/outline.ts";
import { realProcedures } from "./testing/real-procedures.ts";
import { forkOf, stepOf } from "./testing/step-of.ts";
import { toStateMachine } from "./to-state-machine.ts";

const procedures = await realProcedures();
const CODES = [...procedures.keys()].toSorted();
/** Procedures whose machines are deployed already. */
const PINNED = ["1.001193", "1.004873", "1.013225", "2.000635"];
const machineOf = (code: string) => toStateMachine(procedures.get(code) as never);
const machine = (start: string, steps: WorkflowFile["steps"]) => toStateMachine({ workflow: { start, steps } });

describe("the real procedures", () => {
  it("are there, the four this file outlines among them", () => {
    expect(CODES).toEqual(expect.arrayContaining(PINNED));
  });

  it.each(CODES)("%s has a machine without a fault", (code) => {
    expect(checkStateMachine(machineOf(code).definition)).toEqual([]);
  });

  it("1.001193 goes the way the office works", () => {
    expect(outlineOf(machineOf("1.001193"))).toMatchInlineSnapshot(`
      "> enter: lost | at.state = 'wait_1' → wait_1 | at.state = 'intake_1' → intake_1 | at.state = 'task_1' → task_1 | at.state = 'confirm_1' → confirm_1 | at.state = 'register_1' → register_1 | at.state = 'consult_1' → consult_1 | at.state = 'sign_1' → sign_1 | at.state = 'task_2' → task_2 | at.state = 'seal_1' → seal_1 | at.state = 'return_1' → return_1
      wait_1 (niem_yet): wait_1_next
      wait_1_next: lost | outcome = 'elapsed' → intake_1 | outcome = 'objected' → refused
      intake_1 (tiep_nhan): task_1
      task_1 (tham_tra): task_1_next
      task_1_next: lost | outcome = 'o1' and facts.w2 = true → confirm_1 | outcome = 'o1' → register_1 | outcome = 'o2' and facts.w3 = true → consult_1 | outcome = 'o2' → task_1 | outcome = 'o3' → stopped
      confirm_1 (xac_nhan_ban_nhap): confirm_1_next
      confirm_1_next: lost | outcome = 'confirmed' → register_1 | outcome = 'corrected' → task_1
      register_1 (cap_so_dinh_danh): register_1_next
      register_1_next: lost | outcome = 'done' → sign_1 | outcome = 'rejected' → task_1 | outcome = 'unavailable' → task_2
      consult_1 (xac_minh): task_1
      sign_1 (ky): sign_1_next
      sign_1_next: lost | outcome = 'returned' → task_1 | outcome = 'signed' → seal_1
      task_2 (cho_ket_noi): task_2_next
      task_2_next: lost | outcome = 'o1' → register_1 | outcome = 'o2' → stopped
      seal_1 (dong_dau): return_1
      return_1 (tra_ket_qua): end
      lost
      failed
      refused
      stopped"
    `);
  });

  it("1.004873 goes the way the office works", () => {
    expect(outlineOf(machineOf("1.004873"))).toMatchInlineSnapshot(`
      "> enter: lost | at.state = 'intake_1' → intake_1 | at.state = 'task_1' → task_1 | at.state = 'confirm_1' → confirm_1 | at.state = 'sign_1' → sign_1 | at.state = 'consult_1' → consult_1 | at.state = 'seal_1' → seal_1 | at.state = 'return_1' → return_1
      intake_1 (tiep_nhan): task_1
      task_1 (tham_tra): task_1_next
      task_1_next: lost | outcome = 'o1' and facts.w1 = true → confirm_1 | outcome = 'o1' → sign_1 | outcome = 'o2' and facts.w2 = true → consult_1 | outcome = 'o2' → task_1 | outcome = 'o3' → stopped
      confirm_1 (xac_nhan_du_thao): confirm_1_next
      confirm_1_next: lost | outcome = 'confirmed' → sign_1 | outcome = 'corrected' → task_1
      sign_1 (ky): sign_1_next
      sign_1_next: lost | outcome = 'returned' → task_1 | outcome = 'signed' → seal_1
      consult_1 (xac_minh): consult_1_next
      consult_1_next: lost | outcome = 'answered' and facts.w1 = true → confirm_1 | outcome = 'answered' → sign_1 | outcome in ['objected', 'silent'] → task_1
      seal_1 (dong_dau): return_1
      return_1 (tra_ket_qua): end
      lost
      failed
      stopped"
    `);
  });

  it("2.000635 goes the way the office works", () => {
    expect(outlineOf(machineOf("2.000635"))).toMatchInlineSnapshot(`
      "> enter: lost | at.state = 'intake_1' → intake_1 | at.state = 'pay_1' → pay_1 | at.state = 'task_1' → task_1 | at.state = 'sign_1' → sign_1 | at.state = 'consult_1' → consult_1 | at.state = 'seal_1' → seal_1 | at.state = 'return_1' → return_1
      intake_1 (tiep_nhan): intake_1_next
      intake_1_next: task_1 | facts.w1 = true → pay_1
      pay_1 (thu_phi): task_1
      task_1 (tra_cuu): task_1_next
      task_1_next: lost | outcome = 'o1' → sign_1 | outcome = 'o2' and facts.w2 = true → consult_1 | outcome = 'o2' → task_1 | outcome = 'o3' → stopped
      sign_1 (ky): sign_1_next
      sign_1_next: lost | outcome = 'returned' → task_1 | outcome = 'signed' → seal_1
      consult_1 (tra_so_giay): task_1
      seal_1 (dong_dau): return_1
      return_1 (tra_ket_qua): end
      lost
      failed
      stopped"
    `);
  });

  it("1.013225 goes the way the office works, side by side where it does", () => {
    expect(outlineOf(machineOf("1.013225"))).toMatchInlineSnapshot(`
      "> enter: lost | at.state = 'intake_1' → intake_1 | at.state = 'task_1' → task_1 | at.state = 'fork_1' → fork_1 | at.state = 'task_3' → task_3 | at.state = 'task_4' → task_4 | at.state = 'task_5' → task_5 | at.state = 'sign_1' → sign_1 | at.state = 'seal_1' → seal_1 | at.state = 'return_1' → return_1
      intake_1 (tiep_nhan): task_1
      task_1 (phan_cong): fork_1
      fork_1: task_3
        > fork_1_b1_enter: task_2 | at.branches[0].state = 'task_2' → task_2 | at.branches[0].state = 'inspect_1' → inspect_1 | at.branches[0].state = 'done' → fork_1_b1_joined
        task_2 (tham_dinh): inspect_1
        inspect_1 (kiem_tra_thuc_dia): end
        fork_1_b1_joined
        fork_1_b1_failed
        > fork_1_b2_enter: fork_1_b2_joined | at.branches[1].state = 'consult_1' → consult_1 | at.branches[1].state = 'done' → fork_1_b2_joined | facts.w1 = true → consult_1
        consult_1 (lay_y_kien): end
        fork_1_b2_joined
        fork_1_b2_failed
      task_3 (du_thao): task_3_next
      task_3_next: lost | outcome = 'o1' → task_4 | outcome = 'o2' → task_5
      task_4 (kiem_tra_du_thao): task_4_next
      task_4_next: lost | outcome = 'o1' → sign_1 | outcome = 'o2' → task_3
      task_5 (thong_bao_ly_do): task_5_next
      task_5_next: lost | outcome = 'o1' → stopped | outcome = 'o2' → task_3
      sign_1 (ky): sign_1_next
      sign_1_next: lost | outcome = 'returned' → task_3 | outcome = 'signed' → seal_1
      seal_1 (dong_dau): return_1
      return_1 (tra_ket_qua): end
      lost
      failed
      stopped"
    `);
  });

  it("keep their shapes: another shape is another machine, and executions that run are addressed by the old one", () => {
    expect(PINNED.map((code) => `${code} ${machineOf(code).shape}`)).toMatchInlineSnapshot(`
      [
        "1.001193 bcadb90e4a8b4878",
        "1.004873 7f46c0de2647d0f4",
        "1.013225 cbc34ef4535901d8",
        "2.000635 710dd5f6a76e7465",
      ]
    `);
  });

  it("have none of their own words in a definition", () => {
    for (const code of CODES) {
      const text = JSON.stringify(machineOf(code).definition);
      const { workflow, roles } = procedures.get(code) as never as { workflow: WorkflowFile; roles: object };
      const invented = Object.values(workflow.steps).flatMap((step) => Object.keys(step.outcomes ?? {})).filter((outcome) => outcome !== "attended" && outcome !== "absent");
      expect([...Object.keys(workflow.steps), ...Object.keys(roles), ...invented].filter((word) => text.includes(`${word}'`) || text.includes(`"${word}"`) || text.includes(`.${word}`))).toEqual([]);
    }
  });
});

describe("a waiting state", () => {
  it("hands over who waits for what, and is tried again as its errors say", () => {
    const { definition } = machine("a", { a: stepOf("task", { xong: "@end" }) });
    expect(definition.States["task_1"]).toMatchInlineSnapshot(`
      {
        "Arguments": {
          "FunctionName": "\${RegisterTaskFunctionArn}",
          "Payload": {
            "after": "{% $states.input.after %}",
            "dossier": "{% $states.context.Execution.Input.dossier %}",
            "generation": "{% $states.context.Execution.Input.generation %}",
            "step": "{% $states.context.Execution.Input.steps.task_1 %}",
            "token": "{% $states.context.Task.Token %}",
          },
        },
        "Catch": [
          {
            "ErrorEquals": [
              "States.ALL",
            ],
            "Next": "failed",
            "Output": {
              "error": "{% $states.errorOutput.Error %}",
              "state": "{% $states.context.State.Name %}",
            },
          },
        ],
        "End": true,
        "Resource": "arn:aws:states:::lambda:invoke.waitForTaskToken",
        "Retry": [
          {
            "ErrorEquals": [
              "TerminalError",
            ],
            "MaxAttempts": 0,
          },
          {
            "BackoffRate": 2,
            "ErrorEquals": [
              "RetryableError",
              "Lambda.ServiceException",
              "Lambda.AWSLambdaException",
              "Lambda.SdkClientException",
              "Lambda.TooManyRequestsException",
              "Lambda.ClientExecutionTimeoutException",
            ],
            "IntervalSeconds": 2,
            "JitterStrategy": "FULL",
            "MaxAttempts": 100,
            "MaxDelaySeconds": 900,
          },
          {
            "BackoffRate": 2,
            "ErrorEquals": [
              "States.TaskFailed",
            ],
            "IntervalSeconds": 30,
            "JitterStrategy": "FULL",
            "MaxAttempts": 100,
            "MaxDelaySeconds": 900,
          },
        ],
        "Type": "Task",
      }
    `);
  });

  it("of a register step says how often it was tried", () => {
    const { definition } = machine("a", { a: stepOf("register", { done: "@end", rejected: "@end", unavailable: "@end" }) });
    expect(definition.States["register_1"]).toMatchObject({ Arguments: { FunctionName: "${ConnectFunctionArn}", Payload: { retry: "{% $states.context.State.RetryCount %}" } } });
  });
});

describe("a shape", () => {
  const steps = { a: stepOf("task", { dat: "b", khong_dat: "@stop" }, { when: "x", skip: "b" }), b: stepOf("sign", { signed: "@end", returned: "a" }) };
  const { shape } = machine("a", steps);

  it("is the same where only names differ", () => {
    const renamed = { ky: stepOf("sign", { returned: "xem", signed: "@end" }, { role: "q" }), xem: stepOf("task", { du: "ky", thieu: "@stop" }, { when: "y", skip: "ky" }) };
    expect(machine("xem", renamed).shape).toBe(shape);
    expect(machine("xem", renamed).definition).toEqual(machine("a", steps).definition);
  });

  it("can be part of a logical id", () => {
    expect(shape).toMatch(/^[A-Za-z0-9]{16}$/);
  });

  it.each([
    ["another target", { ...steps, b: stepOf("sign", { signed: "@end", returned: "b" }) }],
    ["another kind", { ...steps, b: stepOf("confirm", { confirmed: "@end", corrected: "a" }) }],
    ["another end", { ...steps, a: stepOf("task", { dat: "b", khong_dat: "@refuse" }, { when: "x", skip: "b" }) }],
    ["a step that may not be skipped", { ...steps, a: stepOf("task", { dat: "b", khong_dat: "@stop" }) }],
    ["another skip", { ...steps, a: stepOf("task", { dat: "b", khong_dat: "@stop" }, { when: "x", skip: "@end" }) }],
    ["one more outcome", { ...steps, a: stepOf("task", { dat: "b", khong_dat: "@stop", xem_lai: "a" }, { when: "x", skip: "b" }) }],
  ])("differs with %s", (_, changed) => {
    expect(machine("a", changed).shape).not.toBe(shape);
  });
});

describe("a workflow that cannot be run", () => {
  const done = stepOf("task", { xong: "@join" });

  it.each([
    ["a target that is not there", "a", { a: stepOf("task", { xong: "b" }) }, /no step b/],
    ["a start that is not there", "x", { a: stepOf("task", { xong: "@end" }) }, /no step x/],
    ["skipped steps in a circle", "a", { a: stepOf("task", { xong: "b" }, { when: "x" }), b: stepOf("task", { xong: "a" }, { when: "x" }) }, /circle at a/],
    ["@join outside a fork", "a", { a: stepOf("task", { xong: "@join" }) }, /outside a fork/],
    ["a fork inside itself", "f", { f: forkOf({ l: "a", r: "b" }, "@end"), a: stepOf("task", { xong: "f" }), b: done }, /from inside itself/],
    ["a step of two branches", "f", { f: forkOf({ l: "a", r: "b" }, "@end"), a: stepOf("task", { xong: "c" }), b: stepOf("task", { xong: "c" }), c: done }, /two branches of the fork f lead to the step c/],
  ])("refuses %s", (_, start, steps, message) => {
    expect(() => machine(start, steps)).toThrow(message);
  });
});
