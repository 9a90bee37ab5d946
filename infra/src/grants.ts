import type { IGrantable } from "aws-cdk-lib/aws-iam";
import { PolicyStatement } from "aws-cdk-lib/aws-iam";
import type { IKey } from "aws-cdk-lib/aws-kms";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import type { IBucket } from "aws-cdk-lib/aws-s3";
import type { DailySeal } from "./daily-seal.ts";
import type { DossierTable } from "./dossier-table.ts";

/** What functions share: one table, one key. */
export interface Data {
  readonly table: DossierTable;
  readonly key: IKey;
}

/** Reads dossiers, and the indexes named. */
export function grantRead({ table, key }: Data, to: IGrantable, ...indexes: readonly string[]): void {
  allow(to, ["dynamodb:GetItem", "dynamodb:Query"], [table.tableArn, ...indexes.map((index) => `${table.tableArn}/index/${index}`)]);
  allow(to, ["kms:Decrypt", "kms:DescribeKey"], [key.keyArn]);
}

/** Decides commands: reads, and writes one transaction per command. */
export function grantCommands(data: Data, to: IGrantable, ...indexes: readonly string[]): void {
  grantRead(data, to, ...indexes);
  allow(
    to,
    ["dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:DeleteItem", "dynamodb:ConditionCheckItem"],
    [data.table.tableArn],
  );
  allow(to, WRITE_UNDER_KEY, [data.key.keyArn]);
}

/** Reads dossiers, and takes commits off the list of those not yet dispatched. */
export function grantSettle(data: Data, to: IGrantable): void {
  grantRead(data, to);
  allow(to, ["dynamodb:DeleteItem"], [data.table.tableArn]);
  allow(to, WRITE_UNDER_KEY, [data.key.keyArn]);
}

/** Puts single items: a waiting state's registration. */
export function grantPut({ table, key }: Data, to: IGrantable): void {
  allow(to, ["dynamodb:PutItem"], [table.tableArn]);
  allow(to, WRITE_UNDER_KEY, [key.keyArn]);
}

/** Reads the seals of days, under the key that {@link grantRead} lets read the table. */
export function grantReadSeals({ bucket }: DailySeal, to: IGrantable): void {
  allow(to, ["s3:GetObject"], [bucket.arnForObjects("seals/*")]);
}

/** Reads logs, signs what came of them, and keeps it where it cannot be changed. */
export function grantSealing({ table, key }: Data, { bucket, signing }: DailySeal, to: IGrantable): void {
  allow(to, ["dynamodb:Query"], [table.tableArn]);
  allow(to, ["kms:Decrypt", "kms:DescribeKey", "kms:GenerateDataKey"], [key.keyArn]);
  allow(to, ["kms:Sign", "kms:GetPublicKey"], [signing.keyArn]);
  allow(to, ["s3:GetObject", "s3:PutObject"], [bucket.arnForObjects("seals/*")]);
}

/** Takes files in, checks them, keeps or removes them. */
export function grantFiles(bucket: IBucket, to: IGrantable): void {
  allow(to, ["s3:GetObject", "s3:PutObject", "s3:DeleteObject"], [bucket.arnForObjects("*")]);
}

/** Invokes one function, no version or alias of it. */
export function grantInvoke(fn: IFunction, to: IGrantable): void {
  allow(to, ["lambda:InvokeFunction"], [fn.functionArn]);
}

/** Starts, stops and answers executions of the machines under a name prefix. */
export function grantExecutions(to: IGrantable, machineArnPrefix: string): void {
  const executions = machineArnPrefix.replace(":stateMachine:", ":execution:");
  allow(to, ["states:StartExecution", "states:SendTaskSuccess"], [`${machineArnPrefix}*`]);
  allow(to, ["states:StopExecution"], [`${executions}*`]);
}

/** What DynamoDB and S3 ask of a caller who writes under a customer-managed key; no wildcard among them. */
const WRITE_UNDER_KEY = ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey", "kms:GenerateDataKeyWithoutPlaintext", "kms:ReEncryptFrom", "kms:ReEncryptTo"];

function allow(to: IGrantable, actions: readonly string[], resources: readonly string[]): void {
  to.grantPrincipal.addToPrincipalPolicy(new PolicyStatement({ actions: [...actions], resources: [...resources] }));
}
