/** A function that failed, as Lambda reports it to whoever invoked it. */
export class FunctionError extends Error {
  override readonly name = "FunctionError";
  /** Name of the error the handler threw, `Sandbox.Timedout` past its timeout. */
  readonly errorType: string;
  readonly trace: readonly string[];

  constructor(errorType: string, message: string, trace: readonly string[] = []) {
    super(message);
    this.errorType = errorType;
    this.trace = trace;
  }
}
