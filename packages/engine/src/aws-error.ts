/** What calls of the engine are refused with; the names are those of the Step Functions API. */
export type AwsErrorName =
  | "ExecutionAlreadyExists"
  | "ExecutionDoesNotExist"
  | "StateMachineDoesNotExist"
  | "InvalidDefinition"
  | "InvalidExecutionInput"
  | "InvalidName"
  | "InvalidOutput"
  | "InvalidToken"
  | "TaskDoesNotExist"
  | "TaskTimedOut";

/** A refused call; recognise it by `name`. */
export class AwsError extends Error {
  override readonly name: AwsErrorName;

  constructor(name: AwsErrorName, message: string) {
    super(message);
    this.name = name;
  }
}
