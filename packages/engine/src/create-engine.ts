import { randomUUID } from "node:crypto";
import type { CallsContext } from "./calls/calls-context.ts";
import { executionCalls } from "./calls/execution-calls.ts";
import { inspectionCalls } from "./calls/inspection-calls.ts";
import { machineCalls } from "./calls/machine-calls.ts";
import { taskCalls } from "./calls/task-calls.ts";
import type { Engine, EngineOptions } from "./engine.ts";
import { Runner } from "./run/runner.ts";
import { openLedger } from "./store/ledger.ts";

/** Opens an engine on a store and takes up whatever was running in it. */
export function createEngine(options: EngineOptions): Engine {
  const { store, clock, invoke, random = Math.random, onTransition, keepHistory = true } = options;
  const ledger = openLedger(store, clock.now());
  let fault: { readonly error: unknown } | undefined;
  let closed = false;
  const onFault = (error: unknown): void => {
    fault = { error };
    options.onFault?.(error);
  };
  const ambient = { now: clock.now, random, uuid: randomUUID };
  const runner = new Runner({ clock, invoke, ambient, ledger, keepHistory, onTransition, onFault });
  const usable = (): void => {
    if (fault !== undefined) throw new Error("the engine has stopped after a fault", { cause: fault.error });
    if (closed) throw new Error("the engine is closed");
  };
  const context: CallsContext = { ledger, runner, clock, keepHistory, usable };
  clock.onSettle?.(() => runner.settled());
  for (const execution of ledger.executions.values()) if (execution.head.status === "RUNNING") runner.take(execution);
  return {
    ...machineCalls(context),
    ...executionCalls(context),
    ...taskCalls(context),
    ...inspectionCalls(context),
    close: async () => {
      if (closed) return;
      closed = true;
      await runner.close();
      store.close();
    },
  };
}
