import { GetCommand, PutCommand, QueryCommand } from "@aws-sdk/lib-dynamodb";
import type { SyncItem, SyncQueue } from "@motcua/handlers";
import { cursorOf, startAt } from "./cursor.ts";
import type { DynamoTable } from "./dynamo-table.ts";
import { keys, utc } from "./table.ts";

const PARTITIONS: Readonly<Record<SyncItem["state"], string>> = { waiting: "SYNC", refused: "REFUSED" };

/** The item by which the sender finds a dossier; gone once the national portal has everything. */
export function syncItem(item: SyncItem): Readonly<Record<string, unknown>> {
  return { ...keys.sync(item.code), kind: "sync", item: JSON.stringify(item), unit: item.unit, gsi2pk: PARTITIONS[item.state], gsi2sk: `${utc(item.next)}#${item.code}` };
}

/** What the national portal lacks, on DynamoDB. */
export function syncQueue(table: DynamoTable): SyncQueue {
  return {
    due: async (instant, limit) => {
      const { Items = [] } = await table.client.send(
        new QueryCommand({
          TableName: table.name, IndexName: "gsi2", Limit: limit, KeyConditionExpression: "gsi2pk = :pk AND gsi2sk < :until",
          ExpressionAttributeValues: { ":pk": PARTITIONS.waiting, ":until": `${utc(instant)}$` },
        }),
      );
      return Items.map(readItem);
    },
    put: async (item) => {
      try {
        await table.client.send(new PutCommand({ TableName: table.name, Item: { ...syncItem(item) }, ConditionExpression: "attribute_exists(pk)" }));
      } catch (error) {
        // A commit took it out meanwhile: the portal has everything.
        if (!(error instanceof Error && error.name === "ConditionalCheckFailedException")) throw error;
      }
    },
    get: async (code) => {
      const { Item } = await table.client.send(new GetCommand({ TableName: table.name, Key: keys.sync(code), ConsistentRead: true }));
      return Item === undefined ? undefined : readItem(Item);
    },
    list: async ({ state, units, limit, cursor }) => {
      const names = Object.fromEntries((units ?? []).map((unit, index) => [`:u${index}`, unit]));
      const { Items = [], LastEvaluatedKey } = await table.client.send(
        new QueryCommand({
          TableName: table.name, IndexName: "gsi2", Limit: limit, KeyConditionExpression: "gsi2pk = :pk",
          ...(units === undefined ? {} : { FilterExpression: `#unit IN (${Object.keys(names).join(", ")})`, ExpressionAttributeNames: { "#unit": "unit" } }),
          ExpressionAttributeValues: { ":pk": PARTITIONS[state], ...names },
          ...startAt(cursor),
        }),
      );
      return { items: Items.map(readItem), ...cursorOf(LastEvaluatedKey) };
    },
  };
}

function readItem(item: Readonly<Record<string, unknown>>): SyncItem {
  return JSON.parse(String(item["item"])) as SyncItem;
}
