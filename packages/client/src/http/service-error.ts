import type { Problem } from "@motcua/procedure";

/**
 * The service could not be reached, failed, or answered something that is no answer of it. Nothing the caller sent can be
 * corrected; it may be sent again later with the same idempotency key. Recognise it by `name`.
 */
export class ServiceError extends Error {
  override readonly name = "ServiceError";
  /** HTTP status; `undefined` where no answer came. */
  readonly status: number | undefined;
  readonly problems: readonly Problem[];

  constructor(message: string, options: { readonly status?: number; readonly problems?: readonly Problem[]; readonly cause?: unknown } = {}) {
    super(message, options.cause === undefined ? {} : { cause: options.cause });
    this.status = options.status;
    this.problems = options.problems ?? [];
  }
}
