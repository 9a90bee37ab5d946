import { stableUuid } from "../assembly/stable-id.ts";
import type { NamedResource, ResourceKind } from "./resource-kind.ts";

const id = (resource: NamedResource) => stableUuid(`mapping ${resource.stack} ${resource.logicalId}`);

/** An event-source mapping of Lambda. */
export const eventSourceMapping: ResourceKind = {
  types: ["AWS::Lambda::EventSourceMapping"],
  ref: id,
  attributes: { Id: id },
};
