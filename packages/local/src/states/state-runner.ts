/** An execution as lists show it. */
export interface ExecutionSummary {
  readonly executionArn: string;
  readonly stateMachineArn: string;
  readonly name: string;
  readonly status: "RUNNING" | "SUCCEEDED" | "FAILED" | "TIMED_OUT" | "ABORTED";
  /** Local clock, ISO 8601. */
  readonly startDate: string;
  readonly stopDate?: string;
}

/** An execution with its data. */
export interface ExecutionDetail extends ExecutionSummary {
  /** JSON texts. */
  readonly input: string;
  readonly output?: string;
  readonly error?: string;
  readonly cause?: string;
}

/** Runs the state machines of the assembly; errors are AwsErrors with the codes of Step Functions. */
export interface StateRunner {
  readonly start: (machineArn: string, name: string, input: string) => { readonly executionArn: string; readonly startDate: string };
  readonly stop: (executionArn: string, why: { readonly error?: string; readonly cause?: string }) => { readonly stopDate: string };
  readonly succeed: (token: string, output: string) => void;
  readonly fail: (token: string, why: { readonly error?: string; readonly cause?: string }) => void;
  readonly heartbeat: (token: string) => void;
  /** Machine whose execution waits with this token. */
  readonly machineOf: (token: string) => string | undefined;
  readonly describe: (executionArn: string) => ExecutionDetail;
  readonly list: (machineArn?: string) => readonly ExecutionSummary[];
  /** Events as GetExecutionHistory gives them. */
  readonly history: (executionArn: string) => readonly object[];
  /** State transitions since the start. */
  readonly transitions: () => number;
  /** Work under way that waits for nobody outside: invocations, transitions. */
  readonly busy: () => number;
  readonly close: () => Promise<void>;
}
