import type { CreateTableCommandInput } from "@aws-sdk/client-dynamodb";

/** The table as `infra` synthesises it, for engines that start empty. */
export function tableDefinition(name: string): CreateTableCommandInput {
  return {
    TableName: name,
    BillingMode: "PAY_PER_REQUEST",
    AttributeDefinitions: ["pk", "sk", "gsi1pk", "gsi1sk", "gsi2pk", "gsi2sk"].map((AttributeName) => ({ AttributeName, AttributeType: "S" })),
    KeySchema: [{ AttributeName: "pk", KeyType: "HASH" }, { AttributeName: "sk", KeyType: "RANGE" }],
    GlobalSecondaryIndexes: ["gsi1", "gsi2"].map((index) => ({
      IndexName: index,
      KeySchema: [{ AttributeName: `${index}pk`, KeyType: "HASH" }, { AttributeName: `${index}sk`, KeyType: "RANGE" }],
      Projection: { ProjectionType: "ALL" },
    })),
    StreamSpecification: { StreamEnabled: true, StreamViewType: "NEW_IMAGE" },
  };
}
