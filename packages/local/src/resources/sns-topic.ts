import { arnOf, nameOf, type NamedResource, type ResourceKind } from "./resource-kind.ts";

const arn = (resource: NamedResource) => arnOf(resource, "sns", nameOf(resource, "TopicName"));

/** An SNS topic: accepted so that alarms can name it; nothing is delivered here. */
export const snsTopic: ResourceKind = {
  types: ["AWS::SNS::Topic"],
  ref: arn,
  attributes: { TopicArn: arn, TopicName: (resource) => nameOf(resource, "TopicName") },
};
