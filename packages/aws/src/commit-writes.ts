import type { TransactWriteCommandInput } from "@aws-sdk/lib-dynamodb";
import type { Commit, SyncItem } from "@motcua/handlers";
import { markItem, openItem, taskItem } from "./task-item.ts";
import { syncItem } from "./sync-queue.ts";
import { ANSWER_DAYS, GROWN_DAYS, type Key, keys, ttl } from "./table.ts";

type Write = NonNullable<TransactWriteCommandInput["TransactItems"]>[number];

/** The writes of a command's one transaction. The idempotency answer, where there is one, comes first: see {@link ANSWER_AT}. */
export function commitWrites(commit: Commit, table: { readonly name: string; readonly now: Date }): Write[] {
  const put = (item: Readonly<Record<string, unknown>>, condition?: Readonly<Record<string, unknown>>): Write => ({ Put: { TableName: table.name, Item: { ...item }, ...condition } });
  const remove = (key: Key): Write => ({ Delete: { TableName: table.name, Key: { ...key } } });
  const { batch, state } = commit;
  const { code, seq } = batch;
  return [
    ...answerWrites(commit, table.now).map((item) => put(item, ABSENT)),
    put({ ...keys.commit(code, seq), kind: "commit", body: commit.body, hash: commit.hash }, ABSENT),
    put({ ...keys.snapshot(code), kind: "snapshot", state: JSON.stringify(state), seq, lastHash: commit.hash, lastAt: batch.at }, seq === 1 ? ABSENT : atSequence(seq - 1)),
    ...(commit.personal === undefined ? [] : [put({ ...keys.personal(code), kind: "personal", record: JSON.stringify(commit.personal) })]),
    ...(commit.erasesPersonal === true ? [remove(keys.personal(code))] : []),
    ...commit.opened.map((task) => put(taskItem(state, task))),
    ...commit.closed.map((task) => remove(keys.task(code, task))),
    ...markWrites(commit).map((at) => (at === undefined ? remove(keys.mark(code)) : put(markItem(code, at)))),
    ...(commit.open === undefined ? [] : [commit.open.item === undefined ? remove(keys.open(code)) : put(openItem(code, commit.open.item))]),
    ...syncWrites(commit).map((item) => (item === undefined ? remove(keys.sync(code)) : put(syncItem(item)))),
    ...(commit.pending ? [put({ ...keys.pending(batch), kind: "pending" })] : []),
    ...grownWrites(commit, table.now).map((item) => put(item)),
    ...(commit.trackingHash === undefined ? [] : [put({ ...keys.tracking(commit.trackingHash), kind: "tracking", code })]),
    ...(seq > 1 ? [] : [put({ ...keys.entry(state.receivingUnit, state.submittedAt, code), kind: "entry" })]),
    ...(seq > 1 || state.account === undefined ? [] : [put({ ...keys.account(state.account, state.submittedAt, code), kind: "account" })]),
  ];
}

/** Where the idempotency answer stands among the writes of a commit that has one. */
export const ANSWER_AT = 0;

const ABSENT = { ConditionExpression: "attribute_not_exists(pk)" } as const;

function atSequence(seq: number): Readonly<Record<string, unknown>> {
  return { ConditionExpression: "#seq = :before", ExpressionAttributeNames: { "#seq": "seq" }, ExpressionAttributeValues: { ":before": seq } };
}

/** Only where the time of the next mark changes. */
function markWrites({ nextMark }: Commit): readonly (string | undefined)[] {
  return nextMark === undefined ? [] : [nextMark.at];
}

/** Only where the national portal lacks something else than before. */
function syncWrites({ sync }: Commit): readonly (SyncItem | undefined)[] {
  return sync === undefined ? [] : [sync.item];
}

/** Two write units a dossier and day: less than an index over every commit, and read consistently. */
function grownWrites({ firstOnDay: day, batch: { code }, state }: Commit, now: Date): readonly Readonly<Record<string, unknown>>[] {
  if (day === undefined) return [];
  return [{ ...keys.grown({ day, unit: state.receivingUnit, code }), kind: "grown", ttl: ttl(daysAfter(now, GROWN_DAYS)) }];
}

function daysAfter(now: Date, days: number): Date {
  return new Date(now.getTime() + days * 24 * 3_600_000);
}

function answerWrites({ idempotency }: Commit, now: Date): readonly Readonly<Record<string, unknown>>[] {
  if (idempotency === undefined) return [];
  const { key, requestHash, response } = idempotency;
  return [{ ...keys.answer(key), kind: "answer", requestHash, response, ttl: ttl(daysAfter(now, ANSWER_DAYS)) }];
}
