import { GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import type { Registrations } from "@motcua/handlers";
import type { DynamoTable } from "./dynamo-table.ts";
import { MEASURED, report } from "./dynamo-table.ts";
import { keys } from "./table.ts";

/** Tokens of waiting states on DynamoDB; the table's stream carries each to the dispatcher. */
export function registrations(table: DynamoTable): Registrations {
  return {
    put: async (registration) => {
      const { code, wait } = registration;
      const Item = { ...keys.registration(code, wait), kind: "registration", ...registration };
      const { ConsumedCapacity } = await table.client.send(new PutCommand({ TableName: table.name, Item, ...MEASURED }));
      report(table, "register", { consumed: ConsumedCapacity, code });
    },
    get: async (code, wait) => {
      const { Item } = await table.client.send(new GetCommand({ TableName: table.name, Key: keys.registration(code, wait), ConsistentRead: true }));
      return Item === undefined ? undefined : { code, wait, generation: Number(Item["generation"]), token: String(Item["token"]) };
    },
  };
}
