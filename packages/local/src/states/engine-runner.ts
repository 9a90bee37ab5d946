import { AwsError } from "../aws-error.ts";
import type { FunctionPool } from "../functions/function-pool.ts";
import type { ShiftingClock } from "../runtime/local-clock.ts";
import type { LocalMachine } from "./read-machines.ts";
import type { StateRunner } from "./state-runner.ts";

export interface RunnerOptions {
  readonly machines: readonly LocalMachine[];
  readonly pool: FunctionPool;
  readonly clock: ShiftingClock;
  readonly directory: string;
}
export async function createStateRunner(_options: RunnerOptions): Promise<StateRunner> {
  const no = (): never => { throw new AwsError("ServiceUnavailable", "no engine"); };
  return { start: no, stop: no, succeed: no, fail: no, heartbeat: no, machineOf: () => undefined, describe: no, list: () => [], history: no, transitions: () => 0, busy: () => 0, close: async () => {} };
}
