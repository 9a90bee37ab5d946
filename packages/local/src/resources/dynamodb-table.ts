import { arnOf, nameOf, type NamedResource, type ResourceKind } from "./resource-kind.ts";

const arn = (resource: NamedResource) => arnOf(resource, "dynamodb", `table/${nameOf(resource, "TableName")}`);

/** Label of every local stream: streams live as long as their table. */
export const STREAM_LABEL = "2026-01-01T00:00:00.000";

/** A DynamoDB table, single-region or global. */
export const dynamodbTable: ResourceKind = {
  types: ["AWS::DynamoDB::Table", "AWS::DynamoDB::GlobalTable"],
  ref: (resource) => nameOf(resource, "TableName"),
  attributes: {
    Arn: arn,
    StreamArn: (resource) => `${arn(resource)}/stream/${STREAM_LABEL}`,
  },
};
