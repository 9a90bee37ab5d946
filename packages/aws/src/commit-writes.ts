import type { TransactWriteCommandInput } from "@aws-sdk/lib-dynamodb";
import type { Commit } from "@motcua/handlers";
import { taskItem } from "./task-item.ts";
import { ANSWER_DAYS, keys, ttl } from "./table.ts";

type Write = NonNullable<TransactWriteCommandInput["TransactItems"]>[number];

/** The writes of a command's one transaction. The idempotency answer, where there is one, comes first: see {@link ANSWER_AT}. */
export function commitWrites(commit: Commit, table: { readonly name: string; readonly now: Date }): Write[] {
  const put = (item: Readonly<Record<string, unknown>>, condition?: Readonly<Record<string, unknown>>): Write => ({ Put: { TableName: table.name, Item: { ...item }, ...condition } });
  const { batch, state } = commit;
  const { code, seq } = batch;
  return [
    ...answerWrites(commit, table.now).map((item) => put(item, ABSENT)),
    put({ ...keys.commit(code, seq), kind: "commit", body: commit.body, hash: commit.hash }, ABSENT),
    put({ ...keys.snapshot(code), kind: "snapshot", state: JSON.stringify(state), seq, lastHash: commit.hash }, seq === 1 ? ABSENT : atSequence(seq - 1)),
    ...(commit.personal === undefined ? [] : [put({ ...keys.personal(code), kind: "personal", record: JSON.stringify(commit.personal) })]),
    ...commit.opened.map((task) => put(taskItem(state, task))),
    ...commit.closed.map((task): Write => ({ Delete: { TableName: table.name, Key: { ...keys.task(code, task) } } })),
    ...(commit.pending ? [put({ ...keys.pending(batch), kind: "pending" })] : []),
    ...(commit.trackingHash === undefined ? [] : [put({ ...keys.tracking(commit.trackingHash), kind: "tracking", code })]),
    ...(seq > 1 || state.account === undefined ? [] : [put({ ...keys.account(state.account, state.submittedAt, code), kind: "account" })]),
  ];
}

/** Where the idempotency answer stands among the writes of a commit that has one. */
export const ANSWER_AT = 0;

const ABSENT = { ConditionExpression: "attribute_not_exists(pk)" } as const;

function atSequence(seq: number): Readonly<Record<string, unknown>> {
  return { ConditionExpression: "#seq = :before", ExpressionAttributeNames: { "#seq": "seq" }, ExpressionAttributeValues: { ":before": seq } };
}

function answerWrites({ idempotency }: Commit, now: Date): readonly Readonly<Record<string, unknown>>[] {
  if (idempotency === undefined) return [];
  const { key, requestHash, response } = idempotency;
  const until = new Date(now.getTime() + ANSWER_DAYS * 24 * 3_600_000);
  return [{ ...keys.answer(key), kind: "answer", requestHash, response, ttl: ttl(until) }];
}
