/** Exit codes of every command: done, problems found, wrong usage. */
export const EXIT = { done: 0, problems: 1, usage: 2 } as const;

/** Ends a command with a message for the terminal and an exit code; no stack is shown. */
export class CommandFailure extends Error {
  override readonly name = "CommandFailure";
  readonly exitCode: number;

  constructor(message: string, exitCode: number = EXIT.problems) {
    super(message);
    this.exitCode = exitCode;
  }
}
