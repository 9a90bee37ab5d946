import { QueryCommand } from "@aws-sdk/lib-dynamodb";
import type { WorkIndex, WorkItem } from "@motcua/handlers";
import type { DynamoTable } from "./dynamo-table.ts";
import { keys, utc } from "./table.ts";
import { DUE_PARTITION, MARK_PARTITION, roleWorklist, unitWorklist } from "./task-item.ts";

/** Consultations shown to a unit at once. */
const CONSULTATIONS = 200;
const DOSSIERS = 100;

/** Worklists, accounts and due times on DynamoDB. The indexes follow the table within moments, not at once. */
export function workIndex(table: DynamoTable): WorkIndex {
  return {
    ofRole: async (unit, role, page = { limit: 200 }) => {
      const found = await table.client.send(
        new QueryCommand({
          ...worklist(table, roleWorklist(unit, role), page.limit),
          ...(page.cursor === undefined ? {} : { ExclusiveStartKey: JSON.parse(Buffer.from(page.cursor, "base64url").toString()) as Record<string, unknown> }),
        }),
      );
      const cursor = found.LastEvaluatedKey === undefined ? undefined : Buffer.from(JSON.stringify(found.LastEvaluatedKey)).toString("base64url");
      const items = (found.Items ?? []).map(readItem);
      return cursor === undefined ? { items } : { items, cursor };
    },
    ofConsultedUnit: async (unit) => {
      const found = await table.client.send(new QueryCommand(worklist(table, unitWorklist(unit), CONSULTATIONS)));
      return (found.Items ?? []).map(readItem);
    },
    ofAccount: async (account) => {
      const { pk } = keys.account(account, "1970-01-01T00:00:00Z", "");
      const found = await table.client.send(
        new QueryCommand({ TableName: table.name, KeyConditionExpression: "pk = :pk", ExpressionAttributeValues: { ":pk": pk }, ScanIndexForward: false, Limit: DOSSIERS, ConsistentRead: true }),
      );
      return (found.Items ?? []).map(({ sk }) => String(sk).split("#")[1] ?? "");
    },
    ofUnit: async (unit, { from, until, limit }) => {
      const { pk, sk: first } = keys.entry(unit, from, "");
      // Entries are small: as many as anybody asks for at once are one page.
      const found = await table.client.send(
        new QueryCommand({
          TableName: table.name,
          KeyConditionExpression: "pk = :pk AND sk BETWEEN :first AND :until",
          ExpressionAttributeValues: { ":pk": pk, ":first": first, ":until": utc(until) },
          ConsistentRead: true,
          Limit: limit,
        }),
      );
      return (found.Items ?? []).map(({ sk }) => String(sk).split("#")[1] ?? "");
    },
    dueBefore: async (instant, limit) => (await dueItems(table, DUE_PARTITION, { instant, limit })).map(readItem),
    marksBefore: async (instant, limit) => (await dueItems(table, MARK_PARTITION, { instant, limit })).map(({ gsi2sk }) => String(gsi2sk).split("#")[1] ?? ""),
  };
}

/** Items of a partition whose time has come, earliest first. */
async function dueItems(table: DynamoTable, partition: string, { instant, limit }: { readonly instant: string; readonly limit: number }): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const { Items = [] } = await table.client.send(
    new QueryCommand({
      TableName: table.name,
      IndexName: "gsi2",
      KeyConditionExpression: "gsi2pk = :pk AND gsi2sk < :until",
      ExpressionAttributeValues: { ":pk": partition, ":until": `${utc(instant)}$` },
      Limit: limit,
    }),
  );
  return Items;
}

function worklist(table: DynamoTable, partition: string, limit: number) {
  return {
    TableName: table.name,
    IndexName: "gsi1",
    KeyConditionExpression: "gsi1pk = :pk",
    ExpressionAttributeValues: { ":pk": partition },
    Limit: limit,
  } as const;
}

function readItem(item: Readonly<Record<string, unknown>>): WorkItem {
  return JSON.parse(String(item["item"])) as WorkItem;
}
