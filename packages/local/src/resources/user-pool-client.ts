import { stableId } from "../assembly/stable-id.ts";
import { nameOf, type NamedResource, type ResourceKind } from "./resource-kind.ts";

const id = (resource: NamedResource) => stableId(`client ${resource.stack} ${resource.logicalId}`, 26);

/** A client of a Cognito user pool. */
export const userPoolClient: ResourceKind = {
  types: ["AWS::Cognito::UserPoolClient"],
  ref: id,
  attributes: { ClientId: id, Name: (resource) => nameOf(resource, "ClientName") },
};
