import { QueryCommand } from "@aws-sdk/lib-dynamodb";
import { workPosition, type Page, type WorkIndex, type WorkItem, type WorkPage } from "@motcua/handlers";
import type { DynamoTable } from "./dynamo-table.ts";
import { keys, utc } from "./table.ts";
import { DUE_PARTITION, MARK_PARTITION, openDossiers, roleWorklist, unitWorklist } from "./task-item.ts";

/** Lines of a worklist where nobody says how many. */
const LINES = 200;
const DOSSIERS = 100;

/** Worklists, accounts and due times on DynamoDB. The indexes follow the table within moments, not at once. */
export function workIndex(table: DynamoTable): WorkIndex {
  return {
    ofRole: (unit, role, page) => worklist(table, roleWorklist(unit, role), page),
    ofConsultedUnit: (unit, page) => worklist(table, unitWorklist(unit), page),
    openOfUnit: async (unit, page) => {
      const { items, more } = await stretch(table, openDossiers(unit), page);
      const positions = items.map(({ gsi1sk }) => String(gsi1sk));
      const last = positions.at(-1);
      return { items: positions.map((position) => position.split("#")[1] ?? ""), ...(more && last !== undefined ? { cursor: last } : {}) };
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

/** Positions are the index's own sort keys: a list is read on from any of them. */
async function worklist(table: DynamoTable, partition: string, page: WorkPage = { limit: LINES }): Promise<Page<WorkItem>> {
  const { items: found, more } = await stretch(table, partition, page);
  const items = found.map(readItem);
  const last = items.at(-1);
  return more && last !== undefined ? { items, cursor: workPosition(last) } : { items };
}

/** A stretch of a partition of the index, after a sort key. */
async function stretch(table: DynamoTable, partition: string, { limit, cursor }: WorkPage): Promise<{ readonly items: readonly Readonly<Record<string, unknown>>[]; readonly more: boolean }> {
  const { Items = [], LastEvaluatedKey } = await table.client.send(
    new QueryCommand({
      TableName: table.name,
      IndexName: "gsi1",
      KeyConditionExpression: cursor === undefined ? "gsi1pk = :pk" : "gsi1pk = :pk AND gsi1sk > :after",
      ExpressionAttributeValues: { ":pk": partition, ...(cursor === undefined ? {} : { ":after": cursor }) },
      Limit: limit,
    }),
  );
  return { items: Items, more: LastEvaluatedKey !== undefined };
}

function readItem(item: Readonly<Record<string, unknown>>): WorkItem {
  return JSON.parse(String(item["item"])) as WorkItem;
}
