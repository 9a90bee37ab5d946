import { arnOf, nameOf, type NamedResource, type ResourceKind } from "./resource-kind.ts";

const name = (resource: NamedResource) => nameOf(resource, "QueueName");
const url = (resource: NamedResource) => `https://sqs.${resource.region}.amazonaws.com/${resource.account}/${name(resource)}`;

/** An SQS queue; `Ref` is its URL. */
export const sqsQueue: ResourceKind = {
  types: ["AWS::SQS::Queue"],
  ref: url,
  attributes: { Arn: (resource) => arnOf(resource, "sqs", name(resource)), QueueName: name, QueueUrl: url },
};
