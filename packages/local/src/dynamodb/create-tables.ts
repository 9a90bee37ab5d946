import type { Model, Resource } from "../assembly/read-model.ts";
import { AwsError } from "../aws-error.ts";
import { STREAM_LABEL } from "../resources/dynamodb-table.ts";
import type { EngineClient } from "./engine-client.ts";

/** A table of the templates as it runs here. */
export interface LocalTable {
  readonly name: string;
  readonly arn: string;
  /** ARN the templates know its stream by; undefined where it has none. */
  readonly streamArn: string | undefined;
  /** ARN of the engine's stream. */
  readonly engineStreamArn: string | undefined;
  /** Customer-managed key, by ARN. */
  readonly keyArn: string | undefined;
}

interface Described {
  readonly Table: { readonly LatestStreamArn?: string };
}

/** Creates on the engine what the templates declare and is not there yet. */
export async function createTables(model: Model, engine: EngineClient): Promise<readonly LocalTable[]> {
  const declared = model.ofType("AWS::DynamoDB::Table", "AWS::DynamoDB::GlobalTable");
  return Promise.all(
    declared.map(async (resource) => {
      const described = await createOrDescribe(resource, engine);
      const streamed = resource.properties["StreamSpecification"] !== undefined;
      return {
        name: resource.ref,
        arn: resource.arn,
        streamArn: streamed ? streamArnOf(resource) : undefined,
        engineStreamArn: streamed ? described.Table.LatestStreamArn : undefined,
        keyArn: keyOf(resource),
      };
    }),
  );
}

async function createOrDescribe(resource: Resource, engine: EngineClient): Promise<Described> {
  try {
    return await engine.call<Described>("DescribeTable", { TableName: resource.ref });
  } catch (error) {
    if (!(error instanceof AwsError) || error.code !== "ResourceNotFoundException") throw error;
  }
  await engine.call("CreateTable", definitionOf(resource));
  return engine.call<Described>("DescribeTable", { TableName: resource.ref });
}

function definitionOf({ ref, properties }: Resource): unknown {
  const stream = properties["StreamSpecification"] as { readonly StreamViewType?: string } | undefined;
  const indexes = (properties["GlobalSecondaryIndexes"] ?? []) as readonly Readonly<Record<string, unknown>>[];
  const local = properties["LocalSecondaryIndexes"];
  return {
    TableName: ref,
    AttributeDefinitions: properties["AttributeDefinitions"],
    KeySchema: properties["KeySchema"],
    BillingMode: "PAY_PER_REQUEST",
    ...(indexes.length === 0 ? {} : { GlobalSecondaryIndexes: indexes.map(({ IndexName, KeySchema, Projection }) => ({ IndexName, KeySchema, Projection })) }),
    ...(local === undefined ? {} : { LocalSecondaryIndexes: local }),
    ...(stream === undefined ? {} : { StreamSpecification: { StreamEnabled: true, StreamViewType: stream.StreamViewType } }),
  };
}

function streamArnOf(resource: Resource): string {
  return `${resource.arn}/stream/${STREAM_LABEL}`;
}

/** A global table names the key in its replica, a single-region table in its own specification. */
function keyOf({ properties, region }: Resource): string | undefined {
  const replicas = (properties["Replicas"] ?? []) as readonly { readonly Region?: string; readonly SSESpecification?: { readonly KMSMasterKeyId?: string } }[];
  const own = properties["SSESpecification"] as { readonly KMSMasterKeyId?: string } | undefined;
  return (replicas.find((replica) => replica.Region === region) ?? replicas[0])?.SSESpecification?.KMSMasterKeyId ?? own?.KMSMasterKeyId;
}
