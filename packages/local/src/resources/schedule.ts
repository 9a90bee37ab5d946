import { arnOf, nameOf, type ResourceKind } from "./resource-kind.ts";

/** A schedule of EventBridge Scheduler. */
export const schedule: ResourceKind = {
  types: ["AWS::Scheduler::Schedule"],
  ref: (resource) => nameOf(resource, "Name"),
  attributes: { Arn: (resource) => arnOf(resource, "scheduler", `schedule/default/${nameOf(resource, "Name")}`) },
};
