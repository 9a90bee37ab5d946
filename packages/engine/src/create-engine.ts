import { createHash, randomUUID } from "node:crypto";
import { AwsError } from "./aws-error.ts";
import { checkDefinition } from "./definition/check-definition.ts";
import type { StoredMachine } from "./definition/machine.ts";
import { withTables } from "./definition/machine.ts";
import type { Engine, EngineOptions, MachineInput } from "./engine.ts";
import type { Execution, Origin } from "./execution/execution.ts";
import { newExecution } from "./execution/execution.ts";
import { describe, eventOf, summarise } from "./execution/describe.ts";
import type { Json } from "./json.ts";
import { sameJson } from "./json.ts";
import type { TaskFrame } from "./run/answer-task.ts";
import { asTask, failed, heartbeat, succeeded } from "./run/answer-task.ts";
import { closeExecution } from "./run/close-execution.ts";
import { fits } from "./run/data-limit.ts";
import type { Write } from "./run/next-step.ts";
import { Runner } from "./run/runner.ts";
import { startWrite } from "./run/start-write.ts";
import { readTaskToken } from "./run/task-token.ts";
import { openLedger } from "./store/ledger.ts";

/** Names Step Functions takes. */
const NAME = /^[^\s<>{}[\]?*"#%\\^|~`$&,;:/\p{Cc}]{1,80}$/u;

/** Opens an engine on a store and takes up whatever was running in it. */
export function createEngine(options: EngineOptions): Engine {
  const { store, clock, invoke, random = Math.random, onTransition, keepHistory = true } = options;
  const ledger = openLedger(store, clock.now());
  let fault: { readonly error: unknown } | undefined;
  let closed = false;
  const runner = new Runner({
    clock,
    invoke,
    ambient: { now: clock.now, random, uuid: randomUUID },
    save: (execution, change) => ledger.save(execution, change),
    keepHistory,
    onTransition,
    onFault: (error) => {
      fault = { error };
      options.onFault?.(error);
    },
  });
  const usable = (): void => {
    if (fault !== undefined) throw new Error("the engine has stopped: its store failed", { cause: fault.error });
    if (closed) throw new Error("the engine is closed");
  };
  const found = (executionArn: string): Execution => {
    const execution = ledger.executions.get(executionArn);
    if (execution === undefined) throw new AwsError("ExecutionDoesNotExist", `Execution Does Not Exist: '${executionArn}'`);
    return execution;
  };
  const answer = (token: string, write: (execution: Execution, frame: TaskFrame) => Write): void => {
    usable();
    const { execution, frame } = waiting(token, ledger.executions);
    runner.commit(execution, write(execution, frame));
  };
  clock.onSettle?.(() => runner.settled());
  for (const execution of ledger.executions.values()) if (execution.head.status === "RUNNING") runner.take(execution);

  return {
    putStateMachine: (machine) => {
      usable();
      ledger.putMachine(storedMachine(machine));
    },
    startExecution: ({ machineArn, name, input = "{}" }) => {
      usable();
      const machine = ledger.machineOf(machineArn);
      if (machine === undefined) throw new AwsError("StateMachineDoesNotExist", `State Machine Does Not Exist: '${machineArn}'`);
      if (!NAME.test(name)) throw new AwsError("InvalidName", `Invalid Name: '${name}'`);
      const given = parsed(input, "InvalidExecutionInput");
      const arn = `${machineArn.replace(":stateMachine:", ":execution:")}:${name}`;
      const known = ledger.executions.get(arn);
      if (known !== undefined) return sameStart(known, given);
      const origin: Origin = { arn, name, machineArn, machineName: machine.name, revision: machine.revision, input, startedAt: clock.now() };
      const execution = newExecution(origin, machine);
      ledger.begin(execution, startWrite(execution, { now: clock.now(), keepHistory }));
      runner.take(execution);
      return { executionArn: arn, startDate: summarise(execution).startDate };
    },
    stopExecution: ({ executionArn, error, cause }) => {
      usable();
      const execution = found(executionArn);
      const failure = { ...(error === undefined ? {} : { error }), ...(cause === undefined ? {} : { cause }) };
      runner.commit(execution, (draft) => closeExecution(draft, "ABORTED", failure));
      return { stopDate: summarise(execution).stopDate ?? "" };
    },
    sendTaskSuccess: ({ token, output }) => {
      const result = parsed(output, "InvalidOutput");
      answer(token, (execution, frame) => succeeded(execution, frame, result));
    },
    sendTaskFailure: ({ token, error, cause }) =>
      answer(token, (execution, frame) => failed(execution, frame, { ...(error === undefined ? {} : { error }), ...(cause === undefined ? {} : { cause }) })),
    sendTaskHeartbeat: ({ token }) => answer(token, (_, frame) => heartbeat(frame, clock.now())),
    taskOf: (token) => {
      const execution = ledger.executions.get(readTaskToken(token)?.executionArn ?? "");
      return execution === undefined ? undefined : { executionArn: execution.origin.arn, machineArn: execution.origin.machineArn };
    },
    describeExecution: (executionArn) => describe(found(executionArn)),
    listExecutions: ({ machineArn, status } = {}) =>
      [...ledger.executions.values()]
        .filter(({ origin, head }) => (machineArn === undefined || origin.machineArn === machineArn) && (status === undefined || head.status === status))
        .map(summarise),
    getExecutionHistory: (executionArn) => found(executionArn).events.map(eventOf),
    transitions: () => [...ledger.executions.values()].reduce((sum, { head }) => sum + head.transitions, 0),
    busy: () => runner.busy(),
    settled: () => runner.settled(),
    close: async () => {
      if (closed) return;
      closed = true;
      await runner.close();
      store.close();
    },
  };
}

function storedMachine({ arn, name, definition, roleArn = "" }: MachineInput): ReturnType<typeof withTables> {
  const faults = checkDefinition(definition);
  if (faults.length > 0) throw new AwsError("InvalidDefinition", faults.map(({ pointer, message }) => `${pointer}: ${message}`).join("; "));
  const revision = createHash("sha256").update(JSON.stringify([name, roleArn, definition])).digest("hex").slice(0, 16);
  const stored: StoredMachine = { arn, name, revision, roleArn, definition };
  return withTables(stored);
}

function sameStart(known: Execution, input: Json): { readonly executionArn: string; readonly startDate: string } {
  const { executionArn, startDate, status } = summarise(known);
  if (status !== "RUNNING" || !sameJson(known.input, input)) throw new AwsError("ExecutionAlreadyExists", `Execution Already Exists: '${executionArn}'`);
  return { executionArn, startDate };
}

function waiting(token: string, executions: ReadonlyMap<string, Execution>): { readonly execution: Execution; readonly frame: TaskFrame } {
  const place = readTaskToken(token);
  if (place === undefined) throw new AwsError("InvalidToken", "Invalid Token: 'Invalid token'");
  const execution = executions.get(place.executionArn);
  if (execution === undefined) throw new AwsError("TaskDoesNotExist", "Task does not exist");
  const frame = asTask(execution.frames.get(place.frame));
  if (frame === undefined || frame.serial !== place.serial) throw new AwsError("TaskTimedOut", "Task Timed Out: 'Provided task does not exist anymore'");
  if (frame.phase.token !== token) throw new AwsError("TaskDoesNotExist", "Task does not exist");
  return { execution, frame };
}

function parsed(text: string, refusal: "InvalidExecutionInput" | "InvalidOutput"): Json {
  if (!fits(text)) throw new AwsError(refusal, "the JSON text is larger than 262144 bytes");
  try {
    return JSON.parse(text) as Json;
  } catch {
    throw new AwsError(refusal, "the text is not JSON");
  }
}
