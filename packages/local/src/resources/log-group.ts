import { arnOf, nameOf, type ResourceKind } from "./resource-kind.ts";

/** A log group; its ARN ends in `:*`, as CloudFormation gives it. */
export const logGroup: ResourceKind = {
  types: ["AWS::Logs::LogGroup"],
  ref: (resource) => nameOf(resource, "LogGroupName"),
  attributes: { Arn: (resource) => arnOf(resource, "logs", `log-group:${nameOf(resource, "LogGroupName")}:*`) },
};
