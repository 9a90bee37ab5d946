/**
 * Trying again cannot help: the event names what does not exist, or the code is wrong.
 * Recognised by `name`, like {@link RetryableError}.
 */
export class TerminalError extends Error {
  override readonly name = "TerminalError";
}
