/** Errors the engine itself raises, by the names the Amazon States Language gives them. */
export type StatesError =
  | "States.BranchFailed"
  | "States.DataLimitExceeded"
  | "States.HeartbeatTimeout"
  | "States.IntrinsicFailure"
  | "States.NoChoiceMatched"
  | "States.QueryEvaluationError"
  | "States.ResultPathMatchFailure"
  | "States.Runtime"
  | "States.TaskFailed"
  | "States.Timeout";

/** Raised while a state is evaluated; the runner puts the name of the state before the detail. */
export class StateError extends Error {
  override readonly name = "StateError";
  readonly error: StatesError;

  constructor(error: StatesError, detail: string) {
    super(detail);
    this.error = error;
  }
}
