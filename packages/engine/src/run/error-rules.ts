import type { Catcher, Retrier } from "../definition/definition.ts";
import type { Failure } from "../execution/frame.ts";

/** Errors that no wildcard catches. `States.Runtime` is caught by nothing at all. */
const TERMINAL: ReadonlySet<string> = new Set(["States.Runtime", "States.DataLimitExceeded"]);
const TIMEOUTS: ReadonlySet<string> = new Set(["States.Timeout", "States.HeartbeatTimeout"]);

/** The first rule that names an error. */
export function ruleFor<R extends Retrier | Catcher>(rules: readonly R[] | undefined, { error }: Failure): { readonly rule: R; readonly at: number } | undefined {
  const at = (rules ?? []).findIndex(({ ErrorEquals }) => ErrorEquals.some((name) => names(name, error)));
  const rule = rules?.[at];
  return rule === undefined ? undefined : { rule, at };
}

function names(name: string, error: string | undefined): boolean {
  if (error === "States.Runtime") return false;
  if (name === error) return true;
  if (error !== undefined && TERMINAL.has(error)) return false;
  if (name === "States.ALL") return true;
  if (name === "States.TaskFailed") return error === undefined || !TIMEOUTS.has(error);
  return name === "States.Timeout" && error === "States.HeartbeatTimeout";
}

/** Milliseconds before the next attempt; undefined when all have been used. `used` counts this retrier's attempts so far. */
export function retryDelay(retrier: Retrier, used: number, random: () => number): number | undefined {
  const { MaxAttempts = 3, IntervalSeconds = 1, BackoffRate = 2, MaxDelaySeconds = Infinity, JitterStrategy = "NONE" } = retrier;
  if (used >= MaxAttempts) return undefined;
  const full = 1_000 * Math.min(IntervalSeconds * BackoffRate ** used, MaxDelaySeconds);
  return Math.round(JitterStrategy === "FULL" ? random() * full : full);
}
