import { arnOf, nameOf, type ResourceKind } from "./resource-kind.ts";

/**
 * Resources that run nothing here. Policies and permissions are read by the grants; the rest watches, names or
 * documents what AWS runs, and has no effect on this machine.
 */
export const inert: ResourceKind = {
  types: [
    "AWS::CDK::Metadata",
    "AWS::CloudWatch::Alarm",
    "AWS::CloudWatch::CompositeAlarm",
    "AWS::CloudWatch::Dashboard",
    "AWS::Cognito::UserPoolDomain",
    "AWS::Events::EventBusPolicy",
    "AWS::IAM::ManagedPolicy",
    "AWS::IAM::Policy",
    "AWS::KMS::Alias",
    "AWS::Lambda::Permission",
    "AWS::Logs::MetricFilter",
    "AWS::Logs::QueryDefinition",
    "AWS::Logs::ResourcePolicy",
    "AWS::S3::BucketPolicy",
    "AWS::SNS::Subscription",
    "AWS::SNS::TopicPolicy",
    "AWS::SQS::QueuePolicy",
    "AWS::Scheduler::ScheduleGroup",
    "AWS::XRay::ResourcePolicy",
  ],
  ref: (resource) => nameOf(resource, "Name"),
  attributes: { Arn: (resource) => arnOf(resource, "local", nameOf(resource, "Name")) },
};
