/** A waiting state of an execution has made itself known. */
export interface Registration {
  readonly code: string;
  readonly generation: number;
  /** `{step}@{seq}`. */
  readonly wait: string;
  readonly token: string;
}

/** Registrations of waiting states. */
export interface Registrations {
  put(registration: Registration): Promise<void>;
  get(code: string, generation: number, wait: string): Promise<Registration | undefined>;
}

/** Step Functions as the product uses it. Every call is idempotent: repeating it is success. */
export interface Orchestrator {
  /** `AlreadyExists` is success. */
  start(execution: { readonly machine: string; readonly name: string; readonly input: unknown }): Promise<void>;
  /** An execution that is over or absent is success. */
  stop(execution: { readonly machine: string; readonly name: string; readonly cause: string }): Promise<void>;
  /** `TaskTimedOut` and `TaskDoesNotExist` are success. */
  answer(token: string, output: unknown): Promise<void>;
}

/** Calls another system of the state, by the names a workflow's register step uses. */
export interface Connectors {
  call(request: { readonly system: string; readonly operation: string; readonly idempotencyKey: string; readonly body: unknown }): Promise<
    | { readonly outcome: "done"; readonly reference: string; readonly data?: unknown }
    | { readonly outcome: "rejected" | "unavailable"; readonly reference?: string }>;
}
