import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from "aws-lambda";
import { changeOf } from "../stream-change.ts";
import { runningHandlers } from "./running-handlers.ts";

/**
 * The table's stream: commits and registrations, in the order of their dossier. The first that fails stops the batch,
 * for what follows it may stand on it; the stream delivers again from there.
 */
export async function handler(event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> {
  const { handlers, ports } = runningHandlers(import.meta.url);
  for (const record of event.Records) {
    try {
      const change = changeOf(record);
      if (change !== undefined) await handlers.dispatch(change);
    } catch (error) {
      ports.log({ level: "error", event: "dispatch-failed", record: record.eventID, error: error instanceof Error ? error.name : "unknown" });
      return { batchItemFailures: [{ itemIdentifier: sequenceOf(record) }] };
    }
  }
  return { batchItemFailures: [] };
}

function sequenceOf({ dynamodb }: DynamoDBRecord): string {
  return dynamodb?.SequenceNumber ?? "";
}
