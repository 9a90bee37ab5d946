import type { Json } from "../json.ts";

/**
 * An event of an execution, as `GetExecutionHistory` names them: `PassStateEntered` with `stateEnteredEventDetails`, …
 * `timestamp` is in milliseconds since the epoch; `details` are those of the member the type calls for.
 */
export interface HistoryEvent {
  readonly id: number;
  readonly previousEventId: number;
  readonly timestamp: number;
  readonly type: string;
  readonly details: { readonly [name: string]: Json };
}

/** Events after which AWS ends an execution. @see Step Functions quotas */
export const EVENT_LIMIT = 25_000;

/** The member of an event that carries its details, by type. */
export function detailsMember(type: string): string {
  if (type.endsWith("StateEntered")) return "stateEnteredEventDetails";
  if (type.endsWith("StateExited")) return "stateExitedEventDetails";
  return `${type.slice(0, 1).toLowerCase()}${type.slice(1)}EventDetails`;
}
