import type { EngineEvent, ExecutionDescription, ExecutionSummary } from "../engine.ts";
import type { Execution } from "./execution.ts";
import type { HistoryEvent } from "./history-event.ts";
import { detailsMember } from "./history-event.ts";

/** An execution for a list. */
export function summarise({ origin, head }: Execution): ExecutionSummary {
  return {
    executionArn: origin.arn,
    stateMachineArn: origin.machineArn,
    name: origin.name,
    status: head.status,
    startDate: iso(origin.startedAt),
    ...(head.stoppedAt === undefined ? {} : { stopDate: iso(head.stoppedAt) }),
  };
}

/** An execution with its data. */
export function describe(execution: Execution): ExecutionDescription {
  const { output, error, cause } = execution.head;
  return {
    ...summarise(execution),
    input: execution.origin.input,
    ...(output === undefined ? {} : { output }),
    ...(error === undefined ? {} : { error }),
    ...(cause === undefined ? {} : { cause }),
  };
}

/** An event as the API shows it. */
export function eventOf({ id, previousEventId, timestamp, type, details }: HistoryEvent): EngineEvent {
  return { id, previousEventId, timestamp: iso(timestamp), type, ...(Object.keys(details).length === 0 ? {} : { [detailsMember(type)]: details }) };
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
