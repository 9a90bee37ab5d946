import { DeleteCommand, GetCommand, QueryCommand, TransactWriteCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import type { DossierState, PersonalRecord } from "@motcua/dossier";
import type { Commit, CommitOutcome, DossierStore, GrownLog, PendingCommit, StoredDossier } from "@motcua/handlers";
import { cancellation } from "./cancellation.ts";
import { ANSWER_AT, commitWrites } from "./commit-writes.ts";
import type { DynamoTable } from "./dynamo-table.ts";
import { MEASURED, report } from "./dynamo-table.ts";
import { queryAll } from "./query-all.ts";
import { keys, PENDING_SHARDS, pendingShard, utc } from "./table.ts";

/** Dossiers on DynamoDB. Every read that decides something is consistent. */
export function dossierStore(table: DynamoTable): DossierStore {
  return {
    commit: (commit) => commitDossier(table, commit),
    load: (code) => load(table, code),
    log: async (code) => (await queryAll(table, { pk: keys.snapshot(code).pk, prefix: "C#" })).map((item) => String(item["body"])),
    grownOn: (day) => grownOn(table, day),
    settle: async (commit) => {
      const { ConsumedCapacity } = await table.client.send(new DeleteCommand({ TableName: table.name, Key: keys.pending(commit), ...MEASURED }));
      report(table, "settle", { consumed: ConsumedCapacity, code: commit.code });
    },
    pendingBefore: (instant, limit) => pendingBefore(table, instant, limit),
    replay: (key) => replay(table, key),
    nextSerial: (unit, day) => nextSerial(table, unit, day),
    byTrackingHash: async (hash) => {
      const { Item } = await table.client.send(new GetCommand({ TableName: table.name, Key: keys.tracking(hash), ConsistentRead: true }));
      return Item?.["code"] as string | undefined;
    },
  };
}

async function commitDossier(table: DynamoTable, commit: Commit): Promise<CommitOutcome> {
  const writes = commitWrites(commit, { name: table.name, now: table.clock.now() });
  try {
    const { ConsumedCapacity } = await table.client.send(new TransactWriteCommand({ TransactItems: writes, ...MEASURED }));
    report(table, "commit", { consumed: ConsumedCapacity, code: commit.batch.code });
    return { kind: "committed" };
  } catch (error) {
    const failed = cancellation(error);
    if (commit.idempotency === undefined || !failed.includes(ANSWER_AT)) return { kind: "conflict" };
    const { key, requestHash } = commit.idempotency;
    const seen = await replay(table, key);
    if (seen === undefined) return { kind: "conflict" };
    return seen.requestHash === requestHash ? { kind: "replayed", response: seen.response } : { kind: "key-reused" };
  }
}

/** Snapshot and personal record stand side by side: one consistent query reads both and nothing else. */
async function load(table: DynamoTable, code: string): Promise<StoredDossier | undefined> {
  const items = await queryAll(table, { pk: keys.snapshot(code).pk, between: [keys.personal(code).sk, keys.snapshot(code).sk] });
  const snapshot = items.find(({ kind }) => kind === "snapshot");
  const personal = items.find(({ kind }) => kind === "personal");
  if (snapshot === undefined) return undefined;
  return {
    state: JSON.parse(String(snapshot["state"])) as DossierState,
    personal: personal === undefined ? undefined : (JSON.parse(String(personal["record"])) as PersonalRecord),
    lastHash: String(snapshot["lastHash"]),
    ...(typeof snapshot["lastAt"] === "string" ? { lastAt: snapshot["lastAt"] } : {}),
  };
}

async function grownOn(table: DynamoTable, day: string): Promise<readonly GrownLog[]> {
  const items = await queryAll(table, { pk: keys.grown({ day, unit: "", code: "" }).pk, whole: true });
  return items.map(({ sk }) => {
    const [unit = "", code = ""] = String(sk).split("#");
    return { unit, code };
  });
}

async function replay(table: DynamoTable, key: string): Promise<{ readonly requestHash: string; readonly response: string } | undefined> {
  const { Item } = await table.client.send(new GetCommand({ TableName: table.name, Key: keys.answer(key), ConsistentRead: true }));
  return Item === undefined ? undefined : { requestHash: String(Item["requestHash"]), response: String(Item["response"]) };
}

async function nextSerial(table: DynamoTable, unit: string, day: string): Promise<number> {
  const { Attributes, ConsumedCapacity } = await table.client.send(
    new UpdateCommand({
      TableName: table.name,
      Key: keys.serial(unit, day),
      UpdateExpression: "ADD #value :one SET #kind = :kind",
      ExpressionAttributeNames: { "#value": "value", "#kind": "kind" },
      ExpressionAttributeValues: { ":one": 1, ":kind": "serial" },
      ReturnValues: "UPDATED_NEW",
      ...MEASURED,
    }),
  );
  report(table, "serial", { consumed: ConsumedCapacity });
  return Number(Attributes?.["value"]);
}

async function pendingBefore(table: DynamoTable, instant: string, limit: number): Promise<readonly PendingCommit[]> {
  const shards = Array.from({ length: PENDING_SHARDS }, (_, shard) => pendingShard(shard));
  const pages = await Promise.all(
    shards.map((shard) =>
      table.client.send(
        new QueryCommand({
          TableName: table.name,
          KeyConditionExpression: "pk = :pk AND sk < :before",
          ExpressionAttributeValues: { ":pk": shard, ":before": utc(instant) },
          ConsistentRead: true,
          Limit: limit,
        }),
      ),
    ),
  );
  const found = pages.flatMap(({ Items = [] }) => Items).map((item) => String(item["sk"]));
  return found.sort().slice(0, limit).map(readPending);
}

function readPending(sk: string): PendingCommit {
  const [at = "", code = "", seq = ""] = sk.split("#");
  return { at, code, seq: Number(seq) };
}
