import type { ConnectorCall } from "./connector/connector-simulator.ts";
import type { PortalDossier } from "./connector/national-portal.ts";
import type { Denial, StatementUse } from "./iam/grants.ts";
import type { QueueMessage } from "./queues/queue-service.ts";
import type { LocalClock } from "./runtime/local-clock.ts";
import type { LogLine } from "./runtime/runtime-log.ts";
import type { UsageReport } from "./runtime/usage.ts";
import type { ExecutionSummary } from "./states/state-runner.ts";

/** A cloud assembly running on this machine. */
export interface LocalShop {
  /** Pages and API, `http://127.0.0.1:<port>`. */
  readonly httpUrl: string;
  readonly issuer: string;
  /** Password of every local person. */
  readonly password: string;
  /** An access token for one of the people, good for an hour of real time. @throws Error for a login nobody has */
  readonly tokenFor: (login: string) => Promise<string>;
  readonly clock: LocalClock;
  /** Runs every schedule once, now, and waits for the functions. */
  readonly runSchedules: () => Promise<void>;
  /** Waits until nothing is under way: streams read, functions done, executions waiting for somebody. @throws Error after `within` milliseconds (60,000) */
  readonly idle: (within?: number) => Promise<void>;
  /** Holds back the calls of functions whose logical id begins with a name, until the answer is called: to see both orders of what races. */
  readonly hold: (name: string) => () => void;
  readonly usage: () => UsageReport;
  readonly executions: () => readonly ExecutionSummary[];
  /** Events of an execution as GetExecutionHistory gives them. */
  readonly executionHistory: (executionArn: string) => readonly object[];
  readonly logs: () => readonly LogLine[];
  /** Every statement of every policy, and what it was used for. */
  readonly statements: () => readonly StatementUse[];
  /** Calls that were refused for want of a grant. */
  readonly failures: () => readonly Denial[];
  readonly queues: () => Readonly<Record<string, readonly QueueMessage[]>>;
  readonly engineStats: () => { readonly engine: string; readonly readyMs: number; readonly functions: number };
  readonly connectors: { readonly unavailableFor: (calls: number) => void; readonly calls: () => readonly ConnectorCall[]; readonly portal: () => readonly PortalDossier[] };
  /** Outputs of the stacks. */
  readonly outputs: Readonly<Record<string, unknown>>;
  /** Environment of an administrator: the local endpoint with a key that may do everything. */
  readonly administrator: Readonly<Record<string, string>>;
  readonly close: () => Promise<void>;
}
