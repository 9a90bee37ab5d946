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

  const discover = async (): Promise<void> => {
    const { StreamDescription } = await engine.call<Shards>(`${STREAMS}.DescribeStream`, { StreamArn: streamArn });
    for (const { ShardId } of StreamDescription.Shards ?? []) if (!iterators.has(ShardId)) iterators.set(ShardId, await iterator(ShardId));
  };
  const iterator = async (shard: string): Promise<string> => {
    const sequence = left.get(shard);
    const place = sequence === undefined ? { ShardIteratorType: "TRIM_HORIZON" } : { ShardIteratorType: "AFTER_SEQUENCE_NUMBER", SequenceNumber: sequence };
    const answer = await engine.call<{ readonly ShardIterator: string }>(`${STREAMS}.GetShardIterator`, { StreamArn: streamArn, ShardId: shard, ...place });
    return answer.ShardIterator;
  };
  const read = async (shard: string): Promise<readonly StreamRecord[]> => {
    const answer = await engine.call<{ readonly Records: readonly StreamRecord[]; readonly NextShardIterator?: string }>(`${STREAMS}.GetRecords`, {
      ShardIterator: iterators.get(shard),
      Limit: LIMIT,
    });
    const last = answer.Records.at(-1);
    if (last !== undefined) left.set(shard, last.dynamodb.SequenceNumber);
    if (answer.NextShardIterator === undefined) iterators.delete(shard);
    else iterators.set(shard, answer.NextShardIterator);
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
    discover,
  };
}

/** A record and the shard it came from. */
export interface ShardRecord {
  readonly shard: string;
  readonly record: StreamRecord;
}

/** A reader that says of which shard each record is. */
export interface ShardedReader {
  readonly next: () => Promise<readonly ShardRecord[]>;
  /** Looks for new shards. */
  readonly discover: () => Promise<void>;
}
