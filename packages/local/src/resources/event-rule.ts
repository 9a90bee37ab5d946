import { arnOf, nameOf, type ResourceKind } from "./resource-kind.ts";

/** A rule of EventBridge: a schedule or an event pattern. */
export const eventRule: ResourceKind = {
  types: ["AWS::Events::Rule"],
  ref: (resource) => nameOf(resource, "Name"),
  attributes: { Arn: (resource) => arnOf(resource, "events", `rule/${nameOf(resource, "Name")}`) },
};
