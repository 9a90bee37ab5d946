import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import type { Ports } from "@motcua/handlers";
import { consumedUnits } from "./consumed.ts";

/** The table as the ports use it. */
export interface DynamoTable {
  readonly client: DynamoDBDocumentClient;
  readonly name: string;
  readonly clock: { now(): Date };
  /** Told of the write units of each write. */
  readonly log: Ports["log"];
}

/** Asks DynamoDB to say what a write cost. */
export const MEASURED = { ReturnConsumedCapacity: "TOTAL" } as const;

type Consumed = Parameters<typeof consumedUnits>[0];

/** Logs the write units of a call as `write-units`, with the dossier they belong to where there is one. */
export function report(table: DynamoTable, call: string, of: { readonly consumed: Consumed; readonly code?: string }): void {
  table.log({ level: "info", event: "write-units", call, code: of.code, units: consumedUnits(of.consumed) });
}
