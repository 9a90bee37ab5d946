import type { ConsumedCapacity } from "@aws-sdk/client-dynamodb";

/** Units a call consumed over all tables and indexes it touched; 0 where the engine does not say. */
export function consumedUnits(consumed: ConsumedCapacity | readonly ConsumedCapacity[] | undefined): number {
  const all = consumed === undefined ? [] : "length" in consumed ? consumed : [consumed];
  return all.reduce((sum, { CapacityUnits = 0 }) => sum + CapacityUnits, 0);
}
