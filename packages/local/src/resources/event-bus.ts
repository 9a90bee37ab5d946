import { arnOf, nameOf, type ResourceKind } from "./resource-kind.ts";

/** An event bus of EventBridge. */
export const eventBus: ResourceKind = {
  types: ["AWS::Events::EventBus"],
  ref: (resource) => nameOf(resource, "Name"),
  attributes: {
    Arn: (resource) => arnOf(resource, "events", `event-bus/${nameOf(resource, "Name")}`),
    Name: (resource) => nameOf(resource, "Name"),
  },
};
