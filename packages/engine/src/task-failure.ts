/**
 * What an integration throws to fail its task: `error` is matched by `ErrorEquals`, `cause` is free text.
 * Anything thrown that has a string `error` counts; anything else fails the task with `States.TaskFailed`.
 */
export class TaskFailure extends Error {
  override readonly name = "TaskFailure";
  readonly error: string;
  override readonly cause: string | undefined;

  constructor(error: string, cause?: string) {
    super(cause === undefined ? error : `${error}: ${cause}`);
    this.error = error;
    this.cause = cause;
  }
}

/** The failure in whatever an integration threw. */
export function asTaskFailure(thrown: unknown): { readonly error: string; readonly cause?: string } {
  const { error, cause, message } = (typeof thrown === "object" && thrown !== null ? thrown : { message: String(thrown) }) as Record<string, unknown>;
  const text = typeof cause === "string" ? cause : typeof error === "string" ? undefined : typeof message === "string" ? message : undefined;
  return { error: typeof error === "string" ? error : "States.TaskFailed", ...(text === undefined ? {} : { cause: text }) };
}
