import type { FixtureTemplate } from "./fixture-assembly.ts";

/** Days an object of the fixture's locked bucket is kept. */
export const LOCK_DAYS = 30;

/** A signing key and a locked bucket, as the shop has them. */
export function withSeals({ Resources, Outputs }: FixtureTemplate): void {
  const policy = (Resources["Key"]?.Properties ?? {})["KeyPolicy"];
  Resources["Signing"] = { Type: "AWS::KMS::Key", Properties: { KeySpec: "ECC_NIST_P256", KeyUsage: "SIGN_VERIFY", KeyPolicy: policy } };
  Resources["Seals"] = {
    Type: "AWS::S3::Bucket",
    Properties: { ObjectLockEnabled: true, ObjectLockConfiguration: { ObjectLockEnabled: "Enabled", Rule: { DefaultRetention: { Mode: "COMPLIANCE", Days: LOCK_DAYS } } }, VersioningConfiguration: { Status: "Enabled" } },
  };
  const objects = { "Fn::Join": ["", [{ "Fn::GetAtt": ["Seals", "Arn"] }, "/*"]] };
  Resources["SealsPolicy"] = {
    Type: "AWS::S3::BucketPolicy",
    Properties: {
      Bucket: { Ref: "Seals" },
      PolicyDocument: { Statement: [{ Effect: "Deny", Action: "s3:PutObject", Principal: { AWS: "*" }, Resource: objects, Condition: { Null: { "s3:if-none-match": "true" } } }] },
    },
  };
  Resources["Writer"] = {
    Type: "AWS::IAM::Role",
    Properties: {
      AssumeRolePolicyDocument: { Statement: [{ Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: "lambda.amazonaws.com" } }] },
      Policies: [{ PolicyName: "inline", PolicyDocument: { Statement: [{ Effect: "Allow", Action: ["s3:PutObject", "s3:DeleteObject"], Resource: objects }] } }],
    },
  };
  Outputs["SigningKey"] = { Value: { "Fn::GetAtt": ["Signing", "Arn"] } };
}
