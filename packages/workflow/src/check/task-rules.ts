import type { Problem } from "@motcua/procedure";
import { RETRYABLE_ERROR } from "../print/retry-rules.ts";
import { INVOKE_AND_WAIT } from "../print/waiting-state.ts";
import type { Found, FoundState } from "./found-table.ts";
import { listOf, objectOf } from "./found-table.ts";
import { machineProblem } from "./machine-problem.ts";

/** Faults of a state that calls a function. */
export function taskProblems({ state, pointer }: FoundState): readonly Problem[] {
  if (state["Type"] !== "Task") return [];
  const parts = objectOf(state["Arguments"]);
  return [
    ...(state["Resource"] === INVOKE_AND_WAIT ? [] : [machineProblem("machine-resource", `${pointer}/Resource`, String(state["Resource"]))]),
    ...(isFunction(parts["FunctionName"]) ? [] : [machineProblem("machine-resource", `${pointer}/Arguments/FunctionName`, String(parts["FunctionName"]))]),
    ...payloadProblems(objectOf(parts["Payload"]), `${pointer}/Arguments/Payload`),
    ...retryProblems(state, pointer),
    ...catchProblems(state, pointer),
  ];
}

/** One of the two functions, before or after its ARN is put in. */
function isFunction(name: unknown): boolean {
  return typeof name === "string" && /^(\$\{(RegisterTask|Connect)FunctionArn\}|arn:aws[a-z-]*:lambda:\S+)$/.test(name);
}

const NEEDED = ["dossier", "generation", "step", "after"] as const;
const ALLOWED: ReadonlySet<string> = new Set([...NEEDED, "token", "retry"]);

function payloadProblems(payload: Found, pointer: string): readonly Problem[] {
  const { token } = payload;
  return [
    ...NEEDED.filter((member) => payload[member] === undefined).map((member) => machineProblem("machine-payload-missing", pointer, member)),
    ...(typeof token === "string" && token.includes("$states.context.Task.Token") ? [] : [machineProblem("machine-no-token", pointer, "token")]),
    ...Object.entries(payload)
      .filter(([member, value]) => !ALLOWED.has(member) || typeof value !== "string" || !value.startsWith("{%"))
      .map(([member]) => machineProblem("machine-payload", `${pointer}/${member}`, member)),
  ];
}

/** What passes by itself must be tried again, at times that do not coincide. */
const PASSING: readonly string[] = [RETRYABLE_ERROR, "Lambda.ServiceException", "Lambda.TooManyRequestsException"];

function retryProblems(state: Found, pointer: string): readonly Problem[] {
  const rules = listOf(state["Retry"]).map(objectOf);
  const tried = rules.filter((rule) => rule["JitterStrategy"] === "FULL" && Number(rule["BackoffRate"]) > 1 && Number(rule["MaxAttempts"]) > 0);
  return PASSING.filter((error) => !tried.some((rule) => listOf(rule["ErrorEquals"]).includes(error))).map((error) => machineProblem("machine-no-retry", `${pointer}/Retry`, error));
}

function catchProblems(state: Found, pointer: string): readonly Problem[] {
  const names = listOf(objectOf(listOf(state["Catch"]).at(-1))["ErrorEquals"]);
  return names.length === 1 && names[0] === "States.ALL" ? [] : [machineProblem("machine-no-catch", `${pointer}/Catch`, "States.ALL")];
}
