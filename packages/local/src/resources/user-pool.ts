import { stableId } from "../assembly/stable-id.ts";
import { arnOf, type NamedResource, type ResourceKind } from "./resource-kind.ts";

const id = (resource: NamedResource) => `${resource.region}_${stableId(`pool ${resource.stack} ${resource.logicalId}`, 9)}`;

/** A Cognito user pool. */
export const userPool: ResourceKind = {
  types: ["AWS::Cognito::UserPool"],
  ref: id,
  attributes: {
    UserPoolId: id,
    Arn: (resource) => arnOf(resource, "cognito-idp", `userpool/${id(resource)}`),
    ProviderName: (resource) => `cognito-idp.${resource.region}.amazonaws.com/${id(resource)}`,
    ProviderURL: (resource) => `https://cognito-idp.${resource.region}.amazonaws.com/${id(resource)}`,
  },
};
