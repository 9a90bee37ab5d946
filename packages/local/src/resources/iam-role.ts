import { nameOf, type ResourceKind } from "./resource-kind.ts";

/** An IAM role. */
export const iamRole: ResourceKind = {
  types: ["AWS::IAM::Role"],
  ref: (resource) => nameOf(resource, "RoleName"),
  attributes: {
    Arn: (resource) => `arn:aws:iam::${resource.account}:role/${nameOf(resource, "RoleName")}`,
    RoleId: (resource) => nameOf(resource, "RoleName"),
  },
};
