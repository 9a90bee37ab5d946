import { randomBytes } from "node:crypto";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { KMSClient } from "@aws-sdk/client-kms";
import { S3Client } from "@aws-sdk/client-s3";
import { SFNClient } from "@aws-sdk/client-sfn";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import type { Ports } from "@motcua/handlers";
import type { Asset } from "./asset-catalogue.ts";
import { bucketFiles } from "./bucket-files.ts";
import { dossierStore } from "./dossier-store.ts";
import type { DynamoTable } from "./dynamo-table.ts";
import type { Environment } from "./environment.ts";
import { executions } from "./executions.ts";
import { jsonLog } from "./json-log.ts";
import { kmsSigner } from "./kms-signer.ts";
import { lockedSeals } from "./locked-seals.ts";
import { attempts, people, sessions } from "./people.ts";
import { platformConnectors } from "./platform-connectors.ts";
import { registrations } from "./registrations.ts";
import { syncQueue } from "./sync-queue.ts";
import { workIndex } from "./work-index.ts";

/** The ports on DynamoDB, S3, KMS and Step Functions. Clients take the SDK's default endpoints, region and credentials. */
export function awsPorts(env: Environment, asset: Asset): Ports {
  const clock = { now: () => new Date() };
  const log = jsonLog(clock);
  const client = DynamoDBDocumentClient.from(new DynamoDBClient({}), { marshallOptions: { removeUndefinedValues: true } });
  const s3 = new S3Client({});
  const table: DynamoTable = { client, name: env.TABLE_NAME, clock, log };
  return {
    dossiers: dossierStore(table),
    work: workIndex(table),
    sync: syncQueue(table),
    registrations: registrations(table),
    people: people(table),
    sessions: sessions(table),
    attempts: attempts(table),
    orchestrator: executions(new SFNClient({}), env.STATE_MACHINE_ARN_PREFIX),
    connectors: platformConnectors(env.CONNECTOR_URL),
    files: bucketFiles(s3, env.FILES_BUCKET),
    seals: lockedSeals(s3, env.SEALS_BUCKET),
    signer: kmsSigner(new KMSClient({}), env.SEAL_KEY),
    ...asset,
    clock,
    random: (bytes) => randomBytes(bytes).toString("hex"),
    log,
  };
}
