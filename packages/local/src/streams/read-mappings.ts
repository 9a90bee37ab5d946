import type { Model, Resource } from "../assembly/read-model.ts";

/** An event-source mapping of a DynamoDB stream. */
export interface StreamMapping {
  readonly logicalId: string;
  readonly functionArn: string;
  readonly streamArn: string;
  readonly batchSize: number;
  /** Patterns, any of which is enough; none accepts everything. */
  readonly filters: readonly unknown[];
  readonly reportsItemFailures: boolean;
  readonly bisects: boolean;
  /** Attempts after the first; Infinity where the template sets no limit. */
  readonly retries: number;
  /** Batches of different items worked at once. */
  readonly parallel: number;
  /** Queue for what has failed for good, ARN. */
  readonly onFailure: string | undefined;
}

/** @throws Error naming a mapping whose source is no DynamoDB stream */
export function readMappings(model: Model): readonly StreamMapping[] {
  return model.ofType("AWS::Lambda::EventSourceMapping").map((resource) => readMapping(model, resource));
}

function readMapping(model: Model, { logicalId, properties }: Resource): StreamMapping {
  const source = String(properties["EventSourceArn"]);
  if (!source.includes(":dynamodb:")) throw new Error(`event-source mapping ${logicalId} reads ${source}; only DynamoDB streams are read here`);
  const given = String(properties["FunctionName"]);
  const target = model.ofType("AWS::Lambda::Function").find(({ ref, arn }) => ref === given || arn === given);
  const { Filters } = (properties["FilterCriteria"] ?? {}) as { readonly Filters?: readonly { readonly Pattern: string }[] };
  const { OnFailure } = (properties["DestinationConfig"] ?? {}) as { readonly OnFailure?: { readonly Destination?: string } };
  const retries = Number(properties["MaximumRetryAttempts"] ?? -1);
  return {
    logicalId,
    functionArn: target?.arn ?? given,
    streamArn: source,
    batchSize: Number(properties["BatchSize"] ?? 100),
    filters: (Filters ?? []).map(({ Pattern }) => JSON.parse(Pattern) as unknown),
    reportsItemFailures: ((properties["FunctionResponseTypes"] ?? []) as readonly string[]).includes("ReportBatchItemFailures"),
    bisects: properties["BisectBatchOnFunctionError"] === true,
    retries: retries < 0 ? Number.POSITIVE_INFINITY : retries,
    parallel: Number(properties["ParallelizationFactor"] ?? 1),
    onFailure: OnFailure?.Destination,
  };
}
