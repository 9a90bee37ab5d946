import type { Model, Resource } from "../assembly/read-model.ts";
import { compileStatement, type Statement, type StatementSource, type WrittenStatement } from "./statement.ts";

/** Every policy of an assembly, by whom or what it speaks of. */
export interface Policies {
  readonly statements: readonly Statement[];
  /** Role ARN → statements of its policies. */
  readonly ofRole: ReadonlyMap<string, readonly Statement[]>;
  /** Role ARN → who may assume it. */
  readonly trust: ReadonlyMap<string, readonly Statement[]>;
  /** ARN of a bucket, queue, key or function → statements of its own policy. */
  readonly ofResource: ReadonlyMap<string, readonly Statement[]>;
}

interface Document {
  readonly Statement?: WrittenStatement | readonly WrittenStatement[];
}

/** AWS-managed policies that templates name by ARN, with what they say. */
const MANAGED: Readonly<Record<string, WrittenStatement>> = {
  "service-role/AWSLambdaBasicExecutionRole": {
    Effect: "Allow",
    Action: ["logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents"],
    Resource: "*",
  },
};

/** Reads the policies of roles and resources; statements for which `left out` answers true are as if they were not written. */
export function readPolicies(model: Model, leftOut: (statement: Statement) => boolean): Policies {
  const all: Statement[] = [];
  const add = (map: Map<string, Statement[]>, owner: string, statements: readonly Statement[]) => {
    const kept = statements.filter((statement) => !leftOut(statement));
    all.push(...kept);
    map.set(owner, [...(map.get(owner) ?? []), ...kept]);
  };
  const ofRole = new Map<string, Statement[]>();
  const ofResource = new Map<string, Statement[]>();
  const trust = new Map<string, readonly Statement[]>();
  for (const role of model.ofType("AWS::IAM::Role")) {
    trust.set(role.arn, statementsOf(role, role.properties["AssumeRolePolicyDocument"], "role"));
    add(ofRole, role.arn, inlineStatements(role));
  }
  for (const policy of model.ofType("AWS::IAM::Policy", "AWS::IAM::ManagedPolicy")) {
    const roles = (policy.properties["Roles"] ?? []) as readonly string[];
    for (const role of model.ofType("AWS::IAM::Role").filter(({ ref }) => roles.includes(ref))) {
      add(ofRole, role.arn, statementsOf(policy, policy.properties["PolicyDocument"], "role"));
    }
  }
  for (const key of model.ofType("AWS::KMS::Key")) add(ofResource, key.arn, statementsOf(key, key.properties["KeyPolicy"], "key"));
  for (const [owner, statements] of attached(model)) add(ofResource, owner, statements);
  return { statements: all, ofRole, trust, ofResource };
}

function* attached(model: Model): Generator<readonly [string, readonly Statement[]]> {
  for (const policy of model.ofType("AWS::S3::BucketPolicy")) {
    yield [`arn:aws:s3:::${String(policy.properties["Bucket"])}`, statementsOf(policy, policy.properties["PolicyDocument"], "resource")];
  }
  for (const policy of model.ofType("AWS::SQS::QueuePolicy")) {
    for (const queue of model.ofType("AWS::SQS::Queue")) {
      if (!(policy.properties["Queues"] as readonly string[]).includes(queue.ref)) continue;
      yield [queue.arn, statementsOf(policy, policy.properties["PolicyDocument"], "resource")];
    }
  }
  for (const permission of model.ofType("AWS::Lambda::Permission")) yield permissionOf(model, permission);
}

/** A Lambda permission, written as the policy statement it becomes. */
function permissionOf(model: Model, permission: Resource): readonly [string, readonly Statement[]] {
  const { FunctionName, Action, Principal, SourceArn, SourceAccount } = permission.properties as Record<string, string | undefined>;
  const target = model.ofType("AWS::Lambda::Function").find(({ arn, ref }) => arn === FunctionName || ref === FunctionName);
  const owner = target?.arn ?? FunctionName ?? "";
  const written: WrittenStatement = {
    Effect: "Allow",
    Action: Action ?? "lambda:InvokeFunction",
    Resource: owner,
    Principal: { Service: Principal ?? "" },
    Condition: {
      ...(SourceArn === undefined ? {} : { ArnLike: { "aws:SourceArn": SourceArn } }),
      ...(SourceAccount === undefined ? {} : { StringEquals: { "aws:SourceAccount": SourceAccount } }),
    },
  };
  return [owner, [compileStatement(written, { stack: permission.stack, logicalId: permission.logicalId, index: 0 }, "permission")]];
}

function inlineStatements(role: Resource): readonly Statement[] {
  const inline = (role.properties["Policies"] ?? []) as readonly { readonly PolicyDocument: Document }[];
  const managed = ((role.properties["ManagedPolicyArns"] ?? []) as readonly string[]).map((arn) => managedStatement(role, arn));
  const written = [...inline.flatMap(({ PolicyDocument }) => listOf(PolicyDocument)), ...managed.flat()];
  return written.map((statement, index) => compileStatement(statement, { stack: role.stack, logicalId: role.logicalId, index }, "role"));
}

function managedStatement(role: Resource, arn: string): readonly WrittenStatement[] {
  if (!arn.includes(":iam::aws:policy/")) return [];
  const name = arn.split(":policy/")[1] ?? "";
  const known = MANAGED[name];
  if (known === undefined) throw new Error(`${role.logicalId} has the managed policy ${name}, which the local runner does not know`);
  return [known];
}

function statementsOf(owner: Resource, document: unknown, source: StatementSource): readonly Statement[] {
  return listOf(document as Document | undefined).map((written, index) =>
    compileStatement(written, { stack: owner.stack, logicalId: owner.logicalId, index }, source),
  );
}

function listOf(document: Document | undefined): readonly WrittenStatement[] {
  return [document?.Statement ?? []].flat();
}
