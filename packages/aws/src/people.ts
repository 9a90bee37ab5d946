import { DeleteCommand, GetCommand, PutCommand, TransactWriteCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import type { Attempts, Membership, People, Sessions, Substitution } from "@motcua/handlers";
import type { DynamoTable } from "./dynamo-table.ts";
import { keys, ttl } from "./table.ts";

/** People with an account, on DynamoDB. A membership taken away holds from the next request on. */
export function people(table: DynamoTable): People {
  const person = async (sub: string) => (await table.client.send(new GetCommand({ TableName: table.name, Key: keys.person(sub), ConsistentRead: true }))).Item;
  return {
    memberships: async (sub) => ((await person(sub))?.["memberships"] as readonly Membership[] | undefined) ?? [],
    name: async (sub) => (await person(sub))?.["name"] as string | undefined,
    ...substitutions(table, person),
    put: async ({ sub, name, memberships }) => {
      const plain = memberships.map(({ unit, role, ...limits }) => ({ unit, role, ...limits }));
      await table.client.send(
        new UpdateCommand({
          TableName: table.name,
          Key: keys.person(sub),
          UpdateExpression: "SET #kind = :kind, #name = :name, memberships = :memberships",
          ExpressionAttributeNames: { "#kind": "kind", "#name": "name" },
          ExpressionAttributeValues: { ":kind": "person", ":name": name, ":memberships": plain },
        }),
      );
    },
  };
}

type Item = Readonly<Record<string, unknown>> | undefined;

/** Substitutions stand in the absent person's item and, as a duty, in the substitute's: both change in one transaction. */
function substitutions(table: DynamoTable, person: (sub: string) => Promise<Item>): Pick<People, "addSubstitution" | "substitutions" | "endSubstitution"> {
  const listed = (item: Item) => (item?.["substitutions"] as readonly Substitution[] | undefined) ?? [];
  const update = (sub: string, of: { readonly expression: string; readonly condition: string; readonly values: Readonly<Record<string, unknown>> }) => ({
    Update: { TableName: table.name, Key: { ...keys.person(sub) }, UpdateExpression: of.expression, ConditionExpression: of.condition, ExpressionAttributeValues: { ...of.values } },
  });
  return {
    substitutions: async (absent) => listed(await person(absent)),
    addSubstitution: async (substitution) => {
      const { id, absent, substitute, unit, role, validFrom, validTo } = substitution;
      const duty: Membership = { unit, role, validFrom, validTo, onBehalfOf: absent, substitution: id };
      await onlyOnce(() =>
        table.client.send(
          new TransactWriteCommand({
            TransactItems: [
              update(absent, { expression: "SET substitutions = list_append(if_not_exists(substitutions, :none), :added) ADD substitutionIds :ids", condition: "attribute_exists(pk) AND NOT contains(substitutionIds, :id)", values: { ":none": [], ":added": [substitution], ":ids": new Set([id]), ":id": id } }),
              update(substitute, { expression: "SET memberships = list_append(memberships, :duty)", condition: "attribute_exists(pk)", values: { ":duty": [duty] } }),
            ],
          }),
        ),
      );
    },
    endSubstitution: async ({ absent, id, endedAt }) => {
      const at = listed(await person(absent)).findIndex((each) => each.id === id);
      const found = listed(await person(absent))[at];
      if (found === undefined || found.endedAt !== undefined) return;
      const duties = ((await person(found.substitute))?.["memberships"] as readonly Membership[] | undefined) ?? [];
      const duty = duties.findIndex(({ substitution }) => substitution === id);
      const ended = update(absent, { expression: `SET substitutions[${at}].endedAt = :at`, condition: `substitutions[${at}].id = :id AND attribute_not_exists(substitutions[${at}].endedAt)`, values: { ":at": endedAt, ":id": id } });
      const taken = update(found.substitute, { expression: `REMOVE memberships[${duty}]`, condition: `memberships[${duty}].substitution = :id`, values: { ":id": id } });
      await table.client.send(new TransactWriteCommand({ TransactItems: duty === -1 ? [ended] : [ended, taken] }));
    },
  };
}

/** What was done before is not done again: its condition says so. */
async function onlyOnce(write: () => Promise<unknown>): Promise<void> {
  try {
    await write();
  } catch (error) {
    const reasons = (error as { readonly CancellationReasons?: readonly { readonly Code?: string }[] }).CancellationReasons ?? [];
    if (reasons[0]?.Code !== "ConditionalCheckFailed") throw error;
  }
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
