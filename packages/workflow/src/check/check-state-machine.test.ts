import { describe, expect, it } from "vitest";
import { forkOf, stepOf } from "../testing/step-of.ts";
import { toStateMachine } from "../to-state-machine.ts";
import { checkStateMachine } from "./check-state-machine.ts";

/** A sound definition for a fault to be planted in: a fork between two tasks. */
const sound = toStateMachine({
  workflow: {
    start: "a",
    steps: {
      a: stepOf("task", { dat: "f", thieu: "@stop" }),
      f: forkOf({ l: "b", r: "c" }, "d"),
      b: stepOf("register", { done: "@join", rejected: "b", unavailable: "@end" }),
      c: stepOf("consult", { answered: "@join" }),
      d: stepOf("sign", { signed: "@end", returned: "a" }),
    },
  },
}).definition;

/** What is put where, by JSON Pointer; `undefined` takes it away. */
type Fault = Readonly<Record<string, unknown>>;

function planted(fault: Fault): readonly string[] {
  const definition = structuredClone(sound);
  for (const [pointer, value] of Object.entries(fault)) {
    const path = pointer.split("/").slice(1);
    const last = path.pop() as string;
    let at = definition as unknown as Record<string, unknown>;
    for (const member of path) at = at[member] as Record<string, unknown>;
    if (value === undefined) delete at[last];
    else at[last] = value;
  }
  return checkStateMachine(definition).map((problem) => `${problem.code} ${problem.pointer}`);
}

const CHOICE = { Condition: "{% $states.input.outcome = 'returned' %}", Next: "task_1" };
const task = "/States/task_1";
const inBranch = "/States/fork_1/Branches/0";

describe("a definition", () => {
  it("without a fault is found sound, with the ARNs of functions put in or not", () => {
    expect(checkStateMachine(sound)).toEqual([]);
    const resolved = JSON.stringify(sound).replaceAll(/\$\{\w+\}/g, "arn:aws:lambda:ap-southeast-1:111111111111:function:f");
    expect(checkStateMachine(JSON.parse(resolved) as object)).toEqual([]);
  });

  it.each<[string, Fault, string]>([
    ["no states", { "/States": {} }, "machine-malformed "],
    ["states that are no table", { "/States": "none" }, "machine-malformed "],
    ["the other query language", { "/QueryLanguage": "JSONPath" }, "machine-language /QueryLanguage"],
    ["no query language, which is the other one", { "/QueryLanguage": undefined }, "machine-language /QueryLanguage"],
    ["a state in the other query language", { "/States/task_1/QueryLanguage": "JSONPath" }, `machine-language ${task}/QueryLanguage`],
    ["a start that is not there", { "/StartAt": "x" }, "machine-no-target /StartAt"],
    ["Next to nowhere", { "/States/task_1/Next": "x" }, `machine-no-target ${task}/Next`],
    ["a choice to nowhere", { "/States/task_1_next/Choices/0/Next": "x" }, "machine-no-target /States/task_1_next/Choices/0/Next"],
    ["a default to nowhere", { "/States/task_1_next/Default": "x" }, "machine-no-target /States/task_1_next/Default"],
    ["a catch to nowhere", { "/States/task_1/Catch/0/Next": "x" }, `machine-no-target ${task}/Catch/0/Next`],
    ["a way out of a branch", { "/States/fork_1/Branches/0/States/register_1/Next": "sign_1" }, `machine-no-target ${inBranch}/States/register_1/Next`],
    ["a state that leads nowhere", { "/States/task_1/Next": undefined }, `machine-no-exit ${task}`],
    ["a state that is never reached", { "/States/them": { Type: "Succeed" } }, "machine-unreachable /States/them"],
    ["a circle without an end", { "/States/sign_1_next/Choices": [CHOICE], "/States/sign_1_next/Default": "task_1", "/States/task_1_next/Choices": [], "/States/task_1_next/Default": "fork_1", "/States/fork_1/Catch": undefined }, "machine-no-end /States/sign_1"],
    ["a name of two states", { "/States/fork_1/Branches/0/States/task_1": { Type: "Succeed" } }, `machine-duplicate-state ${inBranch}/States/task_1`],
    ["a time limit of the machine", { "/TimeoutSeconds": 60 }, "machine-timer /TimeoutSeconds"],
    ["a time limit of a state", { "/States/task_1/TimeoutSeconds": 60 }, `machine-timer ${task}/TimeoutSeconds`],
    ["a heartbeat in a branch", { "/States/fork_1/Branches/0/States/register_1/HeartbeatSeconds": 60 }, `machine-timer ${inBranch}/States/register_1/HeartbeatSeconds`],
    ["a wait", { "/States/stopped": { Type: "Wait", Seconds: 60, End: true } }, "machine-timer /States/stopped"],
    ["a call of another service", { "/States/task_1/Resource": "arn:aws:states:::dynamodb:putItem" }, `machine-resource ${task}/Resource`],
    ["a call that does not wait", { "/States/task_1/Resource": "arn:aws:states:::lambda:invoke" }, `machine-resource ${task}/Resource`],
    ["another function", { "/States/task_1/Arguments/FunctionName": "${PortalFunctionArn}" }, `machine-resource ${task}/Arguments/FunctionName`],
    ["a token that is not passed", { "/States/task_1/Arguments/Payload/token": undefined }, `machine-no-token ${task}/Arguments/Payload`],
    ["something else for the token", { "/States/task_1/Arguments/Payload/token": "{% $states.input.after %}" }, `machine-no-token ${task}/Arguments/Payload`],
    ["a payload that does not say whose it is", { "/States/task_1/Arguments/Payload/dossier": undefined }, `machine-payload-missing ${task}/Arguments/Payload`],
    ["a payload with a citizen's data", { "/States/task_1/Arguments/Payload/form": "{% $states.input.after %}" }, `machine-payload ${task}/Arguments/Payload/form`],
    ["a payload with a written text", { "/States/task_1/Arguments/Payload/step": "tham_tra" }, `machine-payload ${task}/Arguments/Payload/step`],
    ["a task that is not tried again", { "/States/task_1/Retry": undefined }, `machine-no-retry ${task}/Retry`],
    ["retries that coincide", { "/States/task_1/Retry/1/JitterStrategy": undefined }, `machine-no-retry ${task}/Retry`],
    ["a task whose errors lead nowhere", { "/States/task_1/Catch": undefined }, `machine-no-catch ${task}/Catch`],
    ["a catch of some errors only", { "/States/task_1/Catch/0/ErrorEquals": ["TerminalError"] }, `machine-no-catch ${task}/Catch`],
    ["an expression that is not closed", { "/States/task_1/Arguments/Payload/after": "{% $states.input.after" }, `machine-expression ${task}/Arguments/Payload/after`],
    ["an empty expression", { "/States/task_1/Output": "{% %}" }, `machine-expression ${task}/Output`],
    ["a read of the whole input", { "/States/task_1/Output": "{% $states.input %}" }, `machine-foreign-read ${task}/Output`],
    ["a read of a form", { "/States/task_1_next/Choices/0/Condition": "{% $states.input.form.tuoi > 15 %}" }, "machine-foreign-read /States/task_1_next/Choices/0/Condition"],
    ["a read of an error's text", { "/States/task_1/Catch/0/Output/cause": "{% $states.errorOutput.Cause %}" }, `machine-foreign-read ${task}/Catch/0/Output/cause`],
    ["a read of everything by a wildcard", { "/States/task_1/Output": "{% $states.* %}" }, `machine-foreign-read ${task}/Output`],
    ["a variable nobody assigns", { "/States/task_1/Output": "{% $tuoi %}" }, `machine-foreign-read ${task}/Output`],
  ])("refuses %s", (_, fault, expected) => {
    expect(planted(fault)).toContain(expected);
  });

  it("refuses what is no definition at all", () => {
    for (const nothing of [{}, [], { States: null }, { States: { a: null } }, { States: { a: { Branches: 1, Choices: {}, Catch: "x" } } }]) {
      expect(checkStateMachine(nothing)).not.toEqual([]);
    }
  });
});
