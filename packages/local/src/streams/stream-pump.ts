import { createHash } from "node:crypto";
import type { LocalTable } from "../dynamodb/create-tables.ts";
import type { EngineClient } from "../dynamodb/engine-client.ts";
import { matchesPattern } from "../events/matches-pattern.ts";
import type { FunctionPool } from "../functions/function-pool.ts";
import type { Grants } from "../iam/grants.ts";
import type { Principal } from "../iam/principal.ts";
import type { Queues } from "../queues/queue-service.ts";
import type { RuntimeLog } from "../runtime/runtime-log.ts";
import { type Checkpoint, openCheckpoint } from "./checkpoint.ts";
import { deliverBatch } from "./deliver-batch.ts";
import type { StreamMapping } from "./read-mappings.ts";
import { createStreamReader, type ShardedReader, type ShardRecord } from "./stream-reader.ts";

/** Carries a table's changes to a function. */
export interface StreamPump {
  readonly table: string;
  /** Says that the table was written to. */
  readonly wake: () => void;
  /** Records read and not done with. */
  readonly pending: () => number;
  readonly close: () => Promise<void>;
}

/** Options of {@link startStreamPump}. */
export interface StreamPumpOptions {
  readonly mapping: StreamMapping;
  readonly table: LocalTable;
  /** The function's role reads the stream. */
  readonly reader: Principal;
  readonly region: string;
  readonly engine: EngineClient;
  readonly grants: Grants;
  readonly pool: FunctionPool;
  readonly queues: Queues;
  readonly log: RuntimeLog;
  /** Directory of checkpoints. */
  readonly directory: string;
}

/** Looked at without being woken, milliseconds: what another process wrote. */
const IDLE_POLL = 500;

const NEEDED = ["GetRecords", "GetShardIterator", "DescribeStream", "ListStreams"] as const;

/**
 * Starts the pump. It is woken by writes, so that a commit reaches the function at once; changes of one item keep their
 * order, those of different items are worked in parallel lanes.
 */
export function startStreamPump(options: StreamPumpOptions): StreamPump {
  const { mapping, table, engine, directory } = options;
  const checkpoint = openCheckpoint(directory, mapping.logicalId);
  const reader = createStreamReader(engine, table.engineStreamArn ?? "", checkpoint.places);
  const lanes: ShardRecord[][] = Array.from({ length: mapping.parallel }, () => []);
  const busy = new Set<number>();
  const work = new Set<Promise<void>>();
  const state = { stopped: false, woken: true, reading: true, pending: 0 };
  let wakeUp: () => void = () => {};

  const drain = (lane: number): void => {
    const batch = (lanes[lane] ?? []).splice(0, mapping.batchSize);
    if (batch.length === 0 || busy.has(lane) || state.stopped) return void lanes[lane]?.unshift(...batch);
    busy.add(lane);
    const delivered = deliver(options, { batch, checkpoint, state })
      .catch((error: Error) => state.stopped || options.log.write(mapping.logicalId, error.message, "error"))
      .then(() => {
        busy.delete(lane);
        work.delete(delivered);
        drain(lane);
      });
    work.add(delivered);
  };
  const loop = async (): Promise<void> => {
    while (!state.stopped) {
      state.woken = false;
      state.reading = true;
      const found = allowed(options) ? await read(reader, options) : [];
      for (const each of found) {
        checkpoint.begin(each.shard, each.record.dynamodb.SequenceNumber);
        if (accepts(mapping, each)) {
          state.pending += 1;
          lanes[laneOf(each, lanes.length)]?.push(each);
        } else checkpoint.done(each.shard, each.record.dynamodb.SequenceNumber);
      }
      for (const lane of lanes.keys()) drain(lane);
      state.reading = found.length > 0;
      if (found.length === 0 && !state.woken) await sleep((wake) => (wakeUp = wake));
    }
  };
  const running = loop();
  return {
    table: table.name,
    wake: () => {
      state.woken = true;
      wakeUp();
    },
    pending: () => state.pending + (state.woken || state.reading ? 1 : 0),
    close: async () => {
      state.stopped = true;
      wakeUp();
      await running;
      await Promise.allSettled(work);
      checkpoint.close();
    },
  };
}

function sleep(expose: (wake: () => void) => void): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, IDLE_POLL);
    expose(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}

function allowed({ grants, reader, mapping, table }: StreamPumpOptions): boolean {
  const stream = NEEDED.every((action) => grants.permits(reader, { actions: [`dynamodb:${action}`], resource: mapping.streamArn }));
  return stream && (table.keyArn === undefined || grants.permits(reader, { actions: ["kms:Decrypt"], resource: table.keyArn }));
}

async function read(reader: ShardedReader, { log, mapping }: StreamPumpOptions): Promise<readonly ShardRecord[]> {
  try {
    return await reader.next();
  } catch (error) {
    log.write(mapping.logicalId, `the stream cannot be read: ${(error as Error).message}`, "error");
    return [];
  }
}

function accepts({ filters }: StreamMapping, { record }: ShardRecord): boolean {
  return filters.length === 0 || filters.some((filter) => matchesPattern(filter, record));
}

/** All changes of one item go through one lane. */
function laneOf({ record }: ShardRecord, lanes: number): number {
  const keys = Object.entries(record.dynamodb.Keys ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash("md5").update(JSON.stringify(keys)).digest().readUInt32BE(0) % lanes;
}

interface Batch {
  readonly batch: readonly ShardRecord[];
  readonly checkpoint: Checkpoint;
  readonly state: { readonly stopped: boolean; pending: number };
}

async function deliver(options: StreamPumpOptions, { batch, checkpoint, state }: Batch): Promise<void> {
  const { mapping, pool, region } = options;
  const by: Principal = { name: mapping.logicalId, administrator: true };
  await deliverBatch({
    ...mapping,
    records: batch.map(({ record }) => record),
    stopped: () => state.stopped,
    invoke: (records) =>
      pool.invoke({
        functionArn: mapping.functionArn,
        by,
        event: { Records: records.map((record) => ({ eventVersion: "1.1", eventSource: "aws:dynamodb", awsRegion: region, eventSourceARN: mapping.streamArn, ...record })) },
      }),
    onFailure: (records, attempts) => sendToQueue(options, records, { attempts, shard: batch[0]?.shard ?? "" }),
  });
  for (const { shard, record } of batch) checkpoint.done(shard, record.dynamodb.SequenceNumber);
  state.pending -= batch.length;
}

/** Only the address of the batch goes to the queue, never what is in it, as Lambda does it. */
function sendToQueue(options: StreamPumpOptions, records: readonly StreamRecordLike[], { attempts, shard }: { readonly attempts: number; readonly shard: string }): void {
  const { mapping, queues, reader, log, table } = options;
  log.write(mapping.logicalId, `${records.length} record(s) given up after ${attempts} attempts`, "error");
  if (mapping.onFailure === undefined) return;
  const body = {
    requestContext: { functionArn: mapping.functionArn, condition: "RetryAttemptsExhausted", approximateInvokeCount: attempts },
    version: "1.0",
    DDBStreamBatchInfo: {
      shardId: shard,
      startSequenceNumber: records[0]?.dynamodb.SequenceNumber,
      endSequenceNumber: records.at(-1)?.dynamodb.SequenceNumber,
      batchSize: records.length,
      streamArn: table.streamArn,
    },
  };
  queues.send(mapping.onFailure, JSON.stringify(body), reader);
}

type StreamRecordLike = ShardRecord["record"];
