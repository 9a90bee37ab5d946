/** Why no state machine can be made of a workflow. */
export type UnrunnableCode = "unknown-step" | "skip-circle" | "join-outside-fork" | "fork-inside-itself" | "step-of-two-branches";

/** No state machine can be made of a workflow. `step` is where the trouble is. */
export class UnrunnableWorkflow extends RangeError {
  override readonly name = "UnrunnableWorkflow";
  readonly code: UnrunnableCode;
  readonly step: string;

  constructor(code: UnrunnableCode, step: string, message: string) {
    super(message);
    this.code = code;
    this.step = step;
  }
}
