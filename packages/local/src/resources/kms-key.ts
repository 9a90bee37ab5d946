import { stableUuid } from "../assembly/stable-id.ts";
import { arnOf, type NamedResource, type ResourceKind } from "./resource-kind.ts";

const id = (resource: NamedResource) => stableUuid(`key ${resource.stack} ${resource.logicalId}`);

/** A customer-managed KMS key. */
export const kmsKey: ResourceKind = {
  types: ["AWS::KMS::Key"],
  ref: id,
  attributes: { KeyId: id, Arn: (resource) => arnOf(resource, "kms", `key/${id(resource)}`) },
};
