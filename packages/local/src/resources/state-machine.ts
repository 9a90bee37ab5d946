import { arnOf, nameOf, type NamedResource, type ResourceKind } from "./resource-kind.ts";

const arn = (resource: NamedResource) => arnOf(resource, "states", `stateMachine:${nameOf(resource, "StateMachineName")}`);

/** A Step Functions state machine; `Ref` is its ARN. */
export const stateMachine: ResourceKind = {
  types: ["AWS::StepFunctions::StateMachine"],
  ref: arn,
  attributes: { Arn: arn, Name: (resource) => nameOf(resource, "StateMachineName") },
};
