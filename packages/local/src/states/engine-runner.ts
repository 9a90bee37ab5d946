import { join } from "node:path";
import { createEngine, createFileStore, createRealClock, type Definition, type Engine, type Invoke, type Json, TaskFailure } from "@motcua/engine";
import { AwsError } from "../aws-error.ts";
import { FunctionError } from "../functions/function-error.ts";
import type { FunctionPool } from "../functions/function-pool.ts";
import type { ShiftingClock } from "../runtime/local-clock.ts";
import type { RuntimeLog } from "../runtime/runtime-log.ts";
import type { LocalMachine } from "./read-machines.ts";
import type { StateRunner } from "./state-runner.ts";

/** Options of {@link createStateRunner}. */
export interface RunnerOptions {
  readonly machines: readonly LocalMachine[];
  /** Calls functions under the machine's role. */
  readonly pool: FunctionPool;
  readonly clock: ShiftingClock;
  readonly log: RuntimeLog;
  /** Directory for the executions' state. */
  readonly directory: string;
}

/**
 * Runs the machines of the assembly on the engine, by the shop's clock; what was running goes on where it was. Functions
 * are called under the role of the machine. Transitions are counted from the start.
 */
export async function createStateRunner({ machines, pool, clock, log, directory }: RunnerOptions): Promise<StateRunner> {
  const real = createRealClock(() => clock.now().getTime());
  clock.onMove(real.moved);
  const engine = createEngine({
    store: createFileStore(join(directory, "executions.jsonl")),
    clock: real,
    invoke: invoker(machines, pool),
    onFault: (error) => log.write("states", `the engine has stopped: ${(error as Error).message}`, "error"),
  });
  for (const { arn, name, role, definition } of machines) {
    engine.putStateMachine({ arn, name, definition: definition as Definition, ...(role.roleArn === undefined ? {} : { roleArn: role.roleArn }) });
  }
  return runnerOf(engine);
}

function runnerOf(engine: Engine): StateRunner {
  const before = engine.transitions();
  return {
    start: (machineArn, name, input) => answered(() => engine.startExecution({ machineArn, name, input })),
    stop: (executionArn, why) => answered(() => engine.stopExecution({ executionArn, ...why })),
    succeed: (token, output) => answered(() => engine.sendTaskSuccess({ token, output })),
    fail: (token, why) => answered(() => engine.sendTaskFailure({ token, ...why })),
    heartbeat: (token) => answered(() => engine.sendTaskHeartbeat({ token })),
    machineOf: (token) => engine.taskOf(token)?.machineArn,
    describe: (executionArn) => answered(() => engine.describeExecution(executionArn)),
    list: (machineArn) => engine.listExecutions(machineArn === undefined ? {} : { machineArn }),
    history: (executionArn) => answered(() => engine.getExecutionHistory(executionArn)),
    transitions: () => engine.transitions() - before,
    busy: () => engine.busy(),
    close: () => engine.close(),
  };
}

/** Refusals of the engine bear the names of the API's errors: clients get them as codes. */
function answered<T>(call: () => T): T {
  try {
    return call();
  } catch (error) {
    const { name, message } = error as Error;
    throw name === "Error" || name === "TypeError" ? error : new AwsError(name, message);
  }
}

/** `lambda:invoke`, with and without a token; nothing else is called from a workflow. */
function invoker(machines: readonly LocalMachine[], pool: FunctionPool): Invoke {
  return async ({ resource, payload, machineArn }) => {
    const machine = machines.find(({ arn }) => arn === machineArn);
    if (machine === undefined) throw new TaskFailure("States.Runtime", `the assembly has no machine ${machineArn}`);
    if (!/^arn:aws:states:::lambda:invoke(\.waitForTaskToken)?$/.test(resource)) throw new TaskFailure("States.Runtime", `${resource} is not run here`);
    const { FunctionName: functionArn, Payload: event } = payload as { readonly FunctionName: string; readonly Payload?: Json };
    try {
      const value = await pool.invoke({ functionArn, event, by: machine.role });
      return { StatusCode: 200, ExecutedVersion: "$LATEST", Payload: value as Json };
    } catch (error) {
      throw asFailure(error);
    }
  };
}

/** A function's error is matched by its name; a missing grant as Lambda's client reports it. */
function asFailure(error: unknown): TaskFailure {
  if (error instanceof FunctionError) return new TaskFailure(error.errorType, JSON.stringify({ errorType: error.errorType, errorMessage: error.message, trace: error.trace }));
  if (error instanceof AwsError) return new TaskFailure(`Lambda.${error.code}`, error.message);
  return new TaskFailure("Lambda.Unknown", error instanceof Error ? error.message : String(error));
}
