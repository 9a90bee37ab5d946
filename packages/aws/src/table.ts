import { createHash } from "node:crypto";
import type { GrownLog } from "@motcua/handlers";

/**
 * The one table, item kind by item kind. `pk`/`sk` are strings; every item has `kind`.
 *
 * | kind           | pk               | sk                      | attributes                                   | written                          |
 * |----------------|------------------|-------------------------|----------------------------------------------|----------------------------------|
 * | `commit`       | `D#<code>`       | `C#<seq, 9 digits>`     | `body`, `hash`                               | once, with its command           |
 * | `snapshot`     | `D#<code>`       | `S`                     | `state` (JSON), `seq`, `lastHash`, `lastAt`  | by every command, at its sequence |
 * | `personal`     | `D#<code>`       | `P`                     | `record` (JSON)                              | where it changed; erasable       |
 * | `task`         | `D#<code>`       | `T#<task>`              | `item` (JSON), `gsi1*`, `gsi2*` if it falls due | while the task is open        |
 * | `mark`         | `D#<code>`       | `M`                     | `gsi2*`                                      | where the next mark of lateness changes |
 * | `open`         | `D#<code>`       | `O`                     | `gsi1*`                                      | from the submission to the end   |
 * | `sync`         | `D#<code>`       | `Y`                     | `item` (JSON), `unit`, `gsi2*`               | where what the national portal lacks changes; its times by the sender |
 * | `registration` | `D#<code>`       | `W#<wait>`              | `generation`, `token`                        | by a waiting state; last wins    |
 * | `account`      | `A#<sub>`        | `<submitted>#<code>`    | –                                            | at submission                    |
 * | `entry`        | `B#<unit>`       | `<submitted>#<code>`    | –                                            | at submission: the unit's register |
 * | `tracking`     | `X#<hash>`       | `X`                     | `code`                                       | at submission                    |
 * | `answer`       | `I#<key>`        | `I`                     | `requestHash`, `response`, `ttl`             | with its command                 |
 * | `pending`      | `O#<shard>`      | `<at>#<code>#<seq>`     | –                                            | with a commit, removed by dispatch |
 * | `grown`        | `L#<day>`        | `<unit>#<code>`         | `ttl`                                        | with a dossier's first commit on a day |
 * | `serial`       | `N#<unit>#<day>` | `N`                     | `value`                                      | by atomic `ADD`                  |
 * | `attempts`     | `G#<subject>`    | `G`                     | `value`, `ttl`                               | by atomic `ADD`                  |
 * | `person`       | `H#<sub>`        | `H`                     | `name`, `memberships`, `substitutions`       | by the administrator; by who is away, with who acts for them |
 * | `session`      | `Z#<hash of id>` | `Z`                     | `value` (JSON), `ttl`                        | by the portal                    |
 *
 * `gsi1` (worklists): `R#<unit>#<role>` or `U#<unit>`, by `<due or ~>#<code>#<task>`; `O#<competent unit>`, by `<submitted>#<code>`.
 * `gsi2` (the sweep): `DUE`, by `<due>#<code>#<task>`; `MARK`, by `<next mark>#<code>`; `SYNC`, by `<next try>#<code>`; `REFUSED`, by `<refused>#<code>`.
 * JSON attributes are strings: a snapshot is one attribute however deep it is, and no engine reorders its keys.
 */
export interface Key {
  readonly pk: string;
  readonly sk: string;
}

/** Partitions the pending commits are spread over, so that no single one is hot. */
export const PENDING_SHARDS = 8;

/** Days an idempotency answer is kept. */
export const ANSWER_DAYS = 30;

const dossier = (code: string, sk: string): Key => ({ pk: `D#${code}`, sk });

/** Days it can be looked up which dossiers moved on a day: long after that day is sealed. */
export const GROWN_DAYS = 90;

/** Keys of the items. Instants inside keys are UTC, so that they sort. */
export const keys = {
  commit: (code: string, seq: number) => dossier(code, `C#${String(seq).padStart(9, "0")}`),
  snapshot: (code: string) => dossier(code, "S"),
  personal: (code: string) => dossier(code, "P"),
  task: (code: string, task: string) => dossier(code, `T#${task}`),
  mark: (code: string) => dossier(code, "M"),
  open: (code: string) => dossier(code, "O"),
  sync: (code: string) => dossier(code, "Y"),
  registration: (code: string, wait: string) => dossier(code, `W#${wait}`),
  account: (sub: string, submittedAt: string, code: string): Key => ({ pk: `A#${sub}`, sk: `${utc(submittedAt)}#${code}` }),
  entry: (unit: string, submittedAt: string, code: string): Key => ({ pk: `B#${unit}`, sk: `${utc(submittedAt)}#${code}` }),
  tracking: (hash: string): Key => ({ pk: `X#${hash}`, sk: "X" }),
  answer: (key: string): Key => ({ pk: `I#${key}`, sk: "I" }),
  pending: ({ code, seq, at }: { readonly code: string; readonly seq: number; readonly at: string }): Key => ({ pk: pendingShard(shardOf(code)), sk: `${utc(at)}#${code}#${seq}` }),
  grown: ({ day, unit, code }: GrownLog & { readonly day: string }): Key => ({ pk: `L#${day}`, sk: `${unit}#${code}` }),
  serial: (unit: string, day: string): Key => ({ pk: `N#${unit}#${day}`, sk: "N" }),
  attempts: (subject: string): Key => ({ pk: `G#${subject}`, sk: "G" }),
  person: (sub: string): Key => ({ pk: `H#${sub}`, sk: "H" }),
  session: (id: string): Key => ({ pk: `Z#${createHash("sha256").update(id).digest("hex")}`, sk: "Z" }),
} as const;

/** Partition of one shard of pending commits. */
export function pendingShard(shard: number): string {
  return `O#${shard}`;
}

/** An instant as UTC text of fixed length, which sorts as time does. */
export function utc(instant: string): string {
  return new Date(instant).toISOString();
}

/** Seconds since 1970, as the TTL attribute wants them. */
export function ttl(instant: Date): number {
  return Math.floor(instant.getTime() / 1000);
}

function shardOf(code: string): number {
  return createHash("sha256").update(code).digest().readUInt32BE(0) % PENDING_SHARDS;
}
