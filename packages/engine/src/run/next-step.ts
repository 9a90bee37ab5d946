import { languageOf } from "../definition/machine.ts";
import type { Execution } from "../execution/execution.ts";
import type { Failure, Frame } from "../execution/frame.ts";
import type { Json } from "../json.ts";
import { LANGUAGES } from "../query/languages.ts";
import type { QueryLanguage, Way } from "../query/query-language.ts";
import type { Ambient, Visit } from "../query/visit.ts";
import { KINDS } from "../states/kinds.ts";
import type { Began } from "../states/state-kind.ts";
import { limited } from "./data-limit.ts";
import type { Draft } from "./draft.ts";
import { retryDelay, ruleFor } from "./error-rules.ts";
import { StateError } from "./state-error.ts";
import { taskEvent } from "./task-events.ts";
import { newTaskToken, waitsForToken } from "./task-token.ts";
import { continueBranching, endThread, failThread } from "./threads.ts";
import { visitOf } from "./visit-of.ts";

/** Writes into a draft what an evaluation has led to. */
export type Write = (draft: Draft) => void;

interface Step {
  readonly execution: Execution;
  readonly frame: Frame;
  readonly visit: Visit;
  readonly language: QueryLanguage;
  readonly token: string | undefined;
}

/** Evaluates what a ready frame does next. Nothing changes before the write that is returned is committed. */
export async function nextStep(execution: Execution, frame: Frame, ambient: Ambient): Promise<Write> {
  if (frame.entered === undefined) return enter(execution, frame);
  const token = tokenFor(execution, frame);
  const visit = visitOf(execution, frame, { ambient, token });
  const step: Step = { execution, frame, visit, language: LANGUAGES[languageOf(execution.machine, visit.state)], token };
  try {
    if (frame.phase.is === "failed") return await recover(step, frame.phase.failure);
    if (frame.phase.is === "succeeded") return await leaveWith(step, frame.phase.result);
    return await begin(step);
  } catch (error) {
    const failure = located(step, error);
    // What fails while an error is being caught is not caught again.
    if (frame.phase.is === "failed") return (draft) => failThread(draft, execution.machine, { frame, failure });
    return (draft) => void draft.put({ ...frame, phase: { is: "failed", failure } });
  }
}

function enter({ machine }: Execution, frame: Frame): Write {
  const type = machine.tables.get(frame.scope)?.States[frame.state]?.Type ?? "";
  return (draft) => {
    draft.countTransition(frame.state);
    const entered = draft.event(frame, `${type}StateEntered`, { name: frame.state, input: JSON.stringify(frame.input) });
    draft.put({ ...entered, entered: { at: draft.now, event: entered.lastEvent } });
  };
}

function tokenFor(execution: Execution, frame: Frame): string | undefined {
  const resource = execution.machine.tables.get(frame.scope)?.States[frame.state]?.Resource;
  if (frame.phase.is !== "ready" || !waitsForToken(resource)) return undefined;
  return newTaskToken({ executionArn: execution.origin.arn, frame: frame.id, serial: frame.serial + 1 });
}

async function begin(step: Step): Promise<Write> {
  const began = await KINDS[step.visit.state.Type](step.visit, step.language);
  return BEGINNINGS[began.do](step, began as never);
}

type Beginnings = { readonly [What in Began["do"]]: (step: Step, began: Extract<Began, { readonly do: What }>) => Write | Promise<Write> };

const BEGINNINGS: Beginnings = {
  finish: (step, { result }) => leaveWith(step, result),
  leave: (step, { way }) => leave(step, way),
  fail: ({ execution, frame }, { failure }) => (draft) => failThread(draft, execution.machine, { frame, failure }),
  sleep: ({ frame }, { until, result }) => (draft) => void draft.put({ ...frame, serial: frame.serial + 1, phase: { is: "sleeping", until, result } }),
  branch: ({ execution, frame, visit }, { children, concurrency }) => {
    const { Type } = visit.state;
    return (draft) => {
      const started = draft.event({ ...frame, phase: { is: "branching", children, concurrency } }, `${Type}StateStarted`, Type === "Map" ? { length: children.length } : {});
      continueBranching(draft, execution.machine, started);
    };
  },
  invoke: ({ execution, frame, visit, token }, { payload, timeoutSeconds, heartbeatSeconds }) => {
    limited(payload, `payload of the state '${visit.name}'`);
    const resource = visit.state.Resource ?? "";
    const region = execution.origin.machineArn.split(":")[3] ?? "";
    return (draft) => {
      const scheduled = taskEvent(draft, frame, { moment: "Scheduled", resource, details: { region, parameters: JSON.stringify(payload), timeoutInSeconds: timeoutSeconds, heartbeatInSeconds: heartbeatSeconds } });
      const started = taskEvent(draft, scheduled, { moment: "Started", resource, details: {} });
      const wait = {
        payload,
        ...(token === undefined ? {} : { token }),
        ...(timeoutSeconds === undefined ? {} : { timeoutAt: draft.now + 1_000 * timeoutSeconds }),
        ...(heartbeatSeconds === undefined ? {} : { heartbeatSeconds, heartbeatAt: draft.now + 1_000 * heartbeatSeconds }),
      };
      draft.put({ ...started, serial: frame.serial + 1, phase: { is: "invoking", ...wait } });
    };
  },
};

async function leaveWith(step: Step, result: Json): Promise<Write> {
  const { Next } = step.visit.state;
  return leave(step, { ...(await step.language.finish(step.visit, result)), ...(Next === undefined ? {} : { next: Next }) });
}

function leave({ execution, frame, visit }: Step, { output, variables, next }: Way): Write {
  limited(output, `output of the state '${visit.name}'`);
  limited(variables, `variables assigned by the state '${visit.name}'`);
  return (draft) => {
    const exited = draft.event(frame, `${visit.state.Type}StateExited`, { name: visit.name, output: JSON.stringify(output) });
    const { entered: _, ...left } = { ...exited, variables: { ...frame.variables, ...variables } };
    if (next === undefined) endThread(draft, execution.machine, { frame: exited, output });
    else draft.put({ ...left, state: next, input: output, retries: [], phase: { is: "ready" } });
  };
}

async function recover(step: Step, failure: Failure): Promise<Write> {
  const { execution, frame, visit, language } = step;
  const retry = ruleFor(visit.state.Retry, failure);
  const used = retry === undefined ? 0 : (frame.retries[retry.at] ?? 0);
  const delay = retry === undefined ? undefined : retryDelay(retry.rule, used, visit.ambient.random);
  if (retry !== undefined && delay !== undefined) {
    const retries = (visit.state.Retry ?? []).map((_, at) => (frame.retries[at] ?? 0) + (at === retry.at ? 1 : 0));
    return (draft) => void draft.put({ ...frame, retries, serial: frame.serial + 1, phase: { is: "backoff", until: draft.now + delay } });
  }
  const caught = ruleFor(visit.state.Catch, failure);
  if (caught === undefined) return (draft) => failThread(draft, execution.machine, { frame, failure });
  const { error, cause } = failure;
  const seen = { ...(error === undefined ? {} : { Error: error }), ...(cause === undefined ? {} : { Cause: cause }) };
  return leave(step, { ...(await language.caught(visit, caught.rule, seen)), next: caught.rule.Next });
}

function located({ frame, visit }: Step, error: unknown): Failure {
  const where = `An error occurred while executing the state '${visit.name}' (entered at the event id #${frame.entered?.event ?? 0}). `;
  if (error instanceof StateError) return { error: error.error, cause: where + error.message };
  // A fault of the engine's own must not leave the execution hanging.
  return { error: "States.Runtime", cause: where + String(error) };
}
