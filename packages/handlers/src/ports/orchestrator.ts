/** A waiting state of an execution has made itself known. */
export interface Registration {
  readonly code: string;
  readonly generation: number;
  /** `{step}@{seq}`; unique in the dossier, whatever the generation. */
  readonly wait: string;
  readonly token: string;
}

/** Registrations of waiting states. */
export interface Registrations {
  /** Stores the token; a retried state registers again and the last token wins. */
  put(registration: Registration): Promise<void>;
  get(code: string, wait: string): Promise<Registration | undefined>;
}

/** Step Functions as the product uses it. Every call is idempotent: repeating it is success. */
export interface Orchestrator {
  /** `machine` is the workflow's shape. `AlreadyExists` is success. */
  start(execution: { readonly machine: string; readonly name: string; readonly input: unknown }): Promise<void>;
  /** An execution that is over or absent is success. */
  stop(execution: { readonly machine: string; readonly name: string; readonly cause: string }): Promise<void>;
  /** `TaskTimedOut` and `TaskDoesNotExist` are success. */
  answer(token: string, output: unknown): Promise<void>;
}

/**
 * Calls another system of the state, by the names a workflow's register step uses.
 * Repeating a call with its key must give the first answer again.
 */
export interface Connectors {
  /** @throws RetryableError when the system does not answer in time or not at all. */
  call(request: { readonly system: string; readonly operation: string; readonly idempotencyKey: string; readonly body: unknown }): Promise<
    | { readonly outcome: "done"; readonly reference: string; readonly data?: unknown }
    | { readonly outcome: "rejected" | "unavailable"; readonly reference?: string }>;
}
