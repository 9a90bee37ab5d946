import type { Text } from "./text.ts";

/**
 * Something a user can fix: in a definition, a form, a command.
 * `pointer` is a JSON Pointer (RFC 6901) into what the caller sent; `""` is the whole of it.
 * The message never carries a citizen's data: it names the place instead.
 */
export interface Problem {
  /** Closed kebab-case code; every code has an entry in `docs/problems.md`. */
  readonly code: string;
  readonly pointer: string;
  readonly message: Text;
  /** What to do about it. */
  readonly hint?: Text;
  /** `error` unless said otherwise: a warning never stops anything. */
  readonly severity?: "error" | "warning";
  /** Where in a source file; set by the compiler of definitions only. Lines and columns start at 1. */
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
}

/** What every stage returns: its own output, or all the problems at once. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Wraps a success. */
export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

/** Wraps problems; at least one is expected. */
export function refused<T = never>(...problems: readonly Problem[]): Result<T> {
  return { ok: false, problems };
}

/** Whether a problem stops the operation. */
export function isError(problem: Problem): boolean {
  return problem.severity !== "warning";
}
