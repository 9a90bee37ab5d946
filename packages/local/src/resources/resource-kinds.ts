import { dynamodbTable } from "./dynamodb-table.ts";
import { eventBus } from "./event-bus.ts";
import { eventRule } from "./event-rule.ts";
import { eventSourceMapping } from "./event-source-mapping.ts";
import { httpApi } from "./http-api.ts";
import { httpApiPart } from "./http-api-part.ts";
import { iamRole } from "./iam-role.ts";
import { inert } from "./inert.ts";
import { kmsKey } from "./kms-key.ts";
import { lambdaFunction } from "./lambda-function.ts";
import { logGroup } from "./log-group.ts";
import type { ResourceKind } from "./resource-kind.ts";
import { s3Bucket } from "./s3-bucket.ts";
import { schedule } from "./schedule.ts";
import { snsTopic } from "./sns-topic.ts";
import { sqsQueue } from "./sqs-queue.ts";
import { stateMachine } from "./state-machine.ts";
import { userPool } from "./user-pool.ts";
import { userPoolClient } from "./user-pool-client.ts";

const KINDS: readonly ResourceKind[] = [
  dynamodbTable,
  eventBus,
  eventRule,
  eventSourceMapping,
  httpApi,
  httpApiPart,
  iamRole,
  inert,
  kmsKey,
  lambdaFunction,
  logGroup,
  s3Bucket,
  schedule,
  snsTopic,
  sqsQueue,
  stateMachine,
  userPool,
  userPoolClient,
];

/** Every resource type that may stand in a template, with its kind. */
export const RESOURCE_KINDS: ReadonlyMap<string, ResourceKind> = new Map(
  KINDS.flatMap((kind) => kind.types.map((type) => [type, kind] as const)),
);
