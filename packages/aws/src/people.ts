import { DeleteCommand, GetCommand, PutCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import type { Attempts, Membership, People, Sessions } from "@motcua/handlers";
import type { DynamoTable } from "./dynamo-table.ts";
import { keys, ttl } from "./table.ts";

/** People with an account, on DynamoDB. A membership taken away holds from the next request on. */
export function people(table: DynamoTable): People {
  const person = async (sub: string) => (await table.client.send(new GetCommand({ TableName: table.name, Key: keys.person(sub), ConsistentRead: true }))).Item;
  return {
    memberships: async (sub) => ((await person(sub))?.["memberships"] as readonly Membership[] | undefined) ?? [],
    name: async (sub) => (await person(sub))?.["name"] as string | undefined,
    put: async ({ sub, name, memberships }) => {
      const plain = memberships.map(({ unit, role, ...limits }) => ({ unit, role, ...limits }));
      await table.client.send(new PutCommand({ TableName: table.name, Item: { ...keys.person(sub), kind: "person", name, memberships: plain } }));
    },
  };
}

/** Sessions on DynamoDB. The table removes what has expired within days; until then it is not given out. */
export function sessions(table: DynamoTable): Sessions {
  return {
    get: async (id) => {
      const { Item } = await table.client.send(new GetCommand({ TableName: table.name, Key: keys.session(id), ConsistentRead: true }));
      return Item === undefined || Number(Item["ttl"]) <= ttl(table.clock.now()) ? undefined : (JSON.parse(String(Item["value"])) as unknown);
    },
    put: async (id, value, expiresAt) => {
      const Item = { ...keys.session(id), kind: "session", value: JSON.stringify(value), ttl: ttl(new Date(expiresAt)) };
      await table.client.send(new PutCommand({ TableName: table.name, Item }));
    },
    remove: async (id) => void (await table.client.send(new DeleteCommand({ TableName: table.name, Key: keys.session(id) }))),
  };
}

/** Counters of attempts on DynamoDB, atomic. */
export function attempts(table: DynamoTable): Attempts {
  return {
    add: async (subject, expiresAt) => {
      const { Attributes } = await table.client.send(
        new UpdateCommand({
          TableName: table.name,
          Key: keys.attempts(subject),
          UpdateExpression: "ADD #value :one SET #kind = :kind, #ttl = :ttl",
          ExpressionAttributeNames: { "#value": "value", "#kind": "kind", "#ttl": "ttl" },
          ExpressionAttributeValues: { ":one": 1, ":kind": "attempts", ":ttl": ttl(new Date(expiresAt)) },
          ReturnValues: "UPDATED_NEW",
        }),
      );
      return Number(Attributes?.["value"]);
    },
  };
}
