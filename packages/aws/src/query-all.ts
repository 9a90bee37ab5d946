import { QueryCommand } from "@aws-sdk/lib-dynamodb";
import type { DynamoTable } from "./dynamo-table.ts";

/** A stretch of one partition: the whole of it, by prefix of the sort key, or between two of them. */
export type Stretch =
  | { readonly pk: string; readonly whole: true }
  | { readonly pk: string; readonly prefix: string }
  | { readonly pk: string; readonly between: readonly [string, string] };

/** Reads a stretch of a partition to its end, consistently, in the order of the sort key. */
export async function queryAll(table: DynamoTable, stretch: Stretch): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const items: Readonly<Record<string, unknown>>[] = [];
  let from: Record<string, unknown> | undefined;
  do {
    const page = await table.client.send(
      new QueryCommand({ TableName: table.name, ...condition(stretch), ConsistentRead: true, ...(from === undefined ? {} : { ExclusiveStartKey: from }) }),
    );
    items.push(...(page.Items ?? []));
    from = page.LastEvaluatedKey;
  } while (from !== undefined);
  return items;
}

function condition(stretch: Stretch): { readonly KeyConditionExpression: string; readonly ExpressionAttributeValues: Record<string, string> } {
  if ("whole" in stretch) return { KeyConditionExpression: "pk = :pk", ExpressionAttributeValues: { ":pk": stretch.pk } };
  if ("prefix" in stretch) {
    return { KeyConditionExpression: "pk = :pk AND begins_with(sk, :prefix)", ExpressionAttributeValues: { ":pk": stretch.pk, ":prefix": stretch.prefix } };
  }
  const [first, last] = stretch.between;
  return { KeyConditionExpression: "pk = :pk AND sk BETWEEN :first AND :last", ExpressionAttributeValues: { ":pk": stretch.pk, ":first": first, ":last": last } };
}
