import { AwsError } from "../aws-error.ts";
import type { EngineClient } from "../dynamodb/engine-client.ts";

/** A change of an item, as DynamoDB Streams gives it. */
export interface StreamRecord {
  readonly eventID: string;
  readonly eventName: "INSERT" | "MODIFY" | "REMOVE";
  readonly dynamodb: {
    readonly SequenceNumber: string;
    readonly Keys?: Readonly<Record<string, unknown>>;
    readonly NewImage?: Readonly<Record<string, unknown>>;
    readonly ApproximateCreationDateTime?: number;
  };
}

interface Shards {
  readonly StreamDescription: { readonly Shards?: readonly { readonly ShardId: string }[]; readonly LastEvaluatedShardId?: string };
}

const STREAMS = "DynamoDBStreams_20120810";

/** How many records one read takes. */
const LIMIT = 500;

/**
 * A reader over every shard of a stream. `after` is where each shard was left: shard id → sequence number; a shard that
 * is not in it is read from its oldest record.
 */
export function createStreamReader(engine: EngineClient, streamArn: string, after: ReadonlyMap<string, string>): ShardedReader {
  const iterators = new Map<string, string>();
  const left = new Map(after);
  const ended = new Set<string>();

  const discover = async (): Promise<void> => {
    const { StreamDescription } = await engine.call<Shards>(`${STREAMS}.DescribeStream`, { StreamArn: streamArn });
    for (const { ShardId } of StreamDescription.Shards ?? []) {
      if (!iterators.has(ShardId) && !ended.has(ShardId)) iterators.set(ShardId, await iterator(ShardId));
    }
  };
  const iterator = async (shard: string): Promise<string> => {
    const sequence = left.get(shard);
    const from = async (place: object) =>
      (await engine.call<{ readonly ShardIterator: string }>(`${STREAMS}.GetShardIterator`, { StreamArn: streamArn, ShardId: shard, ...place })).ShardIterator;
    if (sequence === undefined) return from({ ShardIteratorType: "TRIM_HORIZON" });
    try {
      return await from({ ShardIteratorType: "AFTER_SEQUENCE_NUMBER", SequenceNumber: sequence });
    } catch (error) {
      // After days without running the place has been trimmed: what is left of the shard is all newer.
      if (error instanceof AwsError && error.code === "TrimmedDataAccessException") return from({ ShardIteratorType: "TRIM_HORIZON" });
      throw error;
    }
  };
  const read = async (shard: string): Promise<readonly StreamRecord[]> => {
    const answer = await engine.call<{ readonly Records: readonly StreamRecord[]; readonly NextShardIterator?: string }>(`${STREAMS}.GetRecords`, {
      ShardIterator: iterators.get(shard),
      Limit: LIMIT,
    });
    const last = answer.Records.at(-1);
    if (last !== undefined) left.set(shard, last.dynamodb.SequenceNumber);
    if (answer.NextShardIterator === undefined) {
      iterators.delete(shard);
      ended.add(shard);
      // A shard ends when others take its place.
      await discover();
    } else iterators.set(shard, answer.NextShardIterator);
    return answer.Records;
  };
  return {
    next: async () => {
      if (iterators.size === 0) await discover();
      const found: ShardRecord[] = [];
      for (const shard of iterators.keys()) {
        try {
          found.push(...(await read(shard)).map((record) => ({ shard, record })));
        } catch {
          // An iterator grows old; the shard is taken up where it was left.
          iterators.set(shard, await iterator(shard));
        }
      }
      return found;
    },
  };
}

/** A record and the shard it came from. */
export interface ShardRecord {
  readonly shard: string;
  readonly record: StreamRecord;
}

/** Reads a stream from a place on. */
export interface ShardedReader {
  /** Records after those already read; empty where there are none now. */
  readonly next: () => Promise<readonly ShardRecord[]>;
}
