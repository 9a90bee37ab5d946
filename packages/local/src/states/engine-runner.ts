import { AwsError } from "../aws-error.ts";
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
 * The place where the engine runs the machines of the assembly. `@motcua/engine` exports nothing yet: every call that
 * needs it is refused with `ServiceUnavailable`, and the log says so at the start; nothing pretends to run.
 */
export async function createStateRunner({ machines, log }: RunnerOptions): Promise<StateRunner> {
  if (machines.length > 0) log.write("states", `${machines.length} state machine(s) do not run: @motcua/engine exports no engine`, "error");
  const refuse = (): never => {
    throw new AwsError("ServiceUnavailable", "no engine runs state machines here", { status: 503 });
  };
  return {
    start: refuse,
    stop: refuse,
    succeed: refuse,
    fail: refuse,
    heartbeat: refuse,
    machineOf: () => undefined,
    describe: refuse,
    list: () => [],
    history: refuse,
    transitions: () => 0,
    busy: () => 0,
    close: async () => {},
  };
}
