import { arnOf, nameOf, type ResourceKind } from "./resource-kind.ts";

/** A Lambda function. */
export const lambdaFunction: ResourceKind = {
  types: ["AWS::Lambda::Function"],
  ref: (resource) => nameOf(resource, "FunctionName"),
  attributes: { Arn: (resource) => arnOf(resource, "lambda", `function:${nameOf(resource, "FunctionName")}`) },
};
