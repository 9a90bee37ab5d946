import { type NamedResource, nameOf, type ResourceKind } from "./resource-kind.ts";

/** Bucket names are lower-case and at most 63 characters. */
const name = (resource: NamedResource) => nameOf(resource, "BucketName").toLowerCase().slice(0, 63);

/** An S3 bucket. */
export const s3Bucket: ResourceKind = {
  types: ["AWS::S3::Bucket"],
  ref: name,
  attributes: {
    Arn: (resource) => `arn:aws:s3:::${name(resource)}`,
    DomainName: (resource) => `${name(resource)}.s3.amazonaws.com`,
    RegionalDomainName: (resource) => `${name(resource)}.s3.${resource.region}.amazonaws.com`,
  },
};
