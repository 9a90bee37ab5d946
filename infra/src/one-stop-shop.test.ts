import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Bucket } from "aws-cdk-lib/aws-s3";
import { CfnQueue } from "aws-cdk-lib/aws-sqs";
import { Stack } from "aws-cdk-lib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { synthesise } from "./synth.ts";
import { validatedApp } from "./validated-app.ts";
import type { WorkflowShape } from "./workflow-machines.ts";

interface Resource {
  readonly Type: string;
  readonly Properties: Readonly<Record<string, unknown>>;
  readonly DeletionPolicy?: string;
}

const folder = mkdtempSync(join(tmpdir(), "motcua-infra-"));
let resources: Readonly<Record<string, Resource>>;

function shape(name: string): WorkflowShape {
  return { shape: name, definition: { QueryLanguage: "JSONata", StartAt: "a", States: { a: { Type: "Succeed" } } } };
}

function synthesised(shapes: readonly WorkflowShape[], validate = false): Readonly<Record<string, Resource>> {
  const outdir = join(folder, `cdk-${shapes.map((each) => each.shape).join("-")}-${validate}`);
  synthesise(
    "Mau",
    { province: "mau", shapes, functions: join(folder, "functions"), publicRoutes: [{ method: "GET", path: "/api/procedures" }], connectorUrl: "https://lgsp.example.gov.vn", env: { region: "ap-southeast-1" } },
    { outdir, validate },
  );
  return (JSON.parse(readFileSync(join(outdir, "Mau.template.json"), "utf8")) as { Resources: Record<string, Resource> }).Resources;
}

const ofType = (type: string) => Object.entries(resources).filter(([, resource]) => resource.Type === type);

beforeAll(async () => {
  const { mkdirSync } = await import("node:fs");
  mkdirSync(join(folder, "functions"));
  writeFileSync(join(folder, "functions", "api.mjs"), "export const handler = () => undefined;");
  resources = synthesised([shape("aaaa1111"), shape("bbbb2222")]);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("a province's shop", () => {
  it("keeps dossiers in one table with streams, point-in-time recovery and the province's own key, retained", () => {
    const [[, table] = []] = ofType("AWS::DynamoDB::GlobalTable");
    expect(table?.DeletionPolicy).toBe("Retain");
    expect(table?.Properties).toMatchObject({ StreamSpecification: { StreamViewType: "NEW_IMAGE" }, SSESpecification: { SSEEnabled: true, SSEType: "KMS" } });
    expect(JSON.stringify(table?.Properties["Replicas"])).toContain('"PointInTimeRecoveryEnabled":true');
    expect(JSON.stringify(table?.Properties["Replicas"])).toContain("KMSMasterKeyId");
    const [[, key] = []] = ofType("AWS::KMS::Key");
    expect(key).toMatchObject({ DeletionPolicy: "Retain", Properties: { EnableKeyRotation: true } });
  });

  it("runs every function on Node.js 24, arm64, under a role of its own, with logs that end", () => {
    const functions = ofType("AWS::Lambda::Function");
    expect(functions).toHaveLength(9);
    const roles = functions.map(([, { Properties }]) => JSON.stringify(Properties["Role"]));
    expect(new Set(roles).size).toBe(9);
    for (const [, { Properties }] of functions) expect(Properties).toMatchObject({ Runtime: "nodejs24.x", Architectures: ["arm64"], LoggingConfig: { LogGroup: expect.anything() } });
    for (const [id, { Properties }] of ofType("AWS::Logs::LogGroup")) expect(Properties["RetentionInDays"], id).toBeGreaterThan(0);
  });

  it("names a state machine by its shape, keeps it when it is no longer synthesised, and logs no data of executions", () => {
    const machines = ofType("AWS::StepFunctions::StateMachine");
    expect(machines.map(([id]) => id)).toEqual(["Shapeaaaa1111", "Shapebbbb2222"]);
    for (const [, machine] of machines) {
      expect(machine.DeletionPolicy).toBe("Retain");
      expect(machine.Properties).toMatchObject({ StateMachineType: "STANDARD", LoggingConfiguration: { IncludeExecutionData: false, Level: "ALL" } });
    }
    expect(new Set(machines.map(([, { Properties }]) => JSON.stringify(Properties["RoleArn"]))).size).toBe(1);
  });

  it("leaves the other machine as it was when one is added", () => {
    const more = synthesised([shape("aaaa1111"), shape("bbbb2222"), shape("cccc3333")]);
    expect(more["Shapeaaaa1111"]).toEqual(resources["Shapeaaaa1111"]);
  });

  it("asks for a token on the API, save for the public routes, and leaves the pages to their own session", () => {
    const routes = Object.fromEntries(ofType("AWS::ApiGatewayV2::Route").map(([, { Properties }]) => [String(Properties["RouteKey"]), Properties["AuthorizationType"] ?? "NONE"]));
    expect(routes["GET /api/{proxy+}"]).toBe("JWT");
    expect(routes["POST /api/{proxy+}"]).toBe("JWT");
    expect(routes["GET /api/procedures"]).toBe("NONE");
    expect(routes["GET /{proxy+}"]).toBe("NONE");
  });

  it("grants no action by wildcard, and no resource by wildcard outside what was acknowledged", () => {
    const statements = ofType("AWS::IAM::Policy").flatMap(([id, { Properties }]) =>
      (Properties["PolicyDocument"] as { Statement: { Action: string | string[]; Resource: unknown }[] }).Statement.map((statement) => ({ id, ...statement })),
    );
    expect(statements.length).toBeGreaterThan(20);
    for (const { id, Action } of statements) for (const action of [Action].flat()) expect(action, id).not.toContain("*");
    const everything = statements.filter(({ Resource }) => JSON.stringify(Resource) === '"*"').map(({ id }) => id.replace(/[0-9A-F]{8}$/, ""));
    expect(new Set(everything)).toEqual(new Set(["WorkflowsRoleDefaultPolicy"]));
  });

  it("keeps the seals of days where nobody can change or remove them, signed by a key that never leaves KMS", () => {
    const [[, bucket] = []] = ofType("AWS::S3::Bucket").filter(([id]) => id.startsWith("SealSeals"));
    expect(bucket?.DeletionPolicy).toBe("Retain");
    expect(bucket?.Properties).toMatchObject({
      ObjectLockEnabled: true,
      ObjectLockConfiguration: { Rule: { DefaultRetention: { Mode: "COMPLIANCE", Days: 3653 } } },
      VersioningConfiguration: { Status: "Enabled" },
    });
    const [[, key] = []] = ofType("AWS::KMS::Key").filter(([id]) => id.startsWith("SealSigning"));
    expect(key).toMatchObject({ DeletionPolicy: "Retain", Properties: { KeySpec: "ECC_NIST_P256", KeyUsage: "SIGN_VERIFY" } });
    const signers = ofType("AWS::IAM::Policy").filter(([, { Properties }]) => JSON.stringify(Properties).includes("kms:Sign"));
    expect(signers.map(([id]) => id)).toEqual([expect.stringMatching(/^SealDayRoleDefaultPolicy/)]);
  });

  it("sends what cannot be dispatched to a dead-letter queue and watches queue, lag, functions and machines", () => {
    const [[, mapping] = []] = ofType("AWS::Lambda::EventSourceMapping");
    expect(mapping?.Properties).toMatchObject({ BisectBatchOnFunctionError: true, FunctionResponseTypes: ["ReportBatchItemFailures"], DestinationConfig: { OnFailure: expect.anything() } });
    expect(ofType("AWS::CloudWatch::Alarm").length).toBe(5 + 9 + 2);
  });
});

describe("the sender to the national portal", () => {
  it("runs by a schedule, and what it refuses or cannot send in time wakes somebody", () => {
    const [[, schedule] = []] = ofType("AWS::Scheduler::Schedule").filter(([id]) => id.startsWith("SyncEveryMinute"));
    expect(schedule?.Properties).toMatchObject({ ScheduleExpression: "rate(1 minute)" });
    const filters = ofType("AWS::Logs::MetricFilter").map(([, { Properties }]) => Properties);
    expect(filters.map(({ FilterPattern }) => FilterPattern)).toEqual(['{ $.event = "sync-run" }', '{ $.event = "sync-run" }']);
    const names = filters.flatMap(({ MetricTransformations }) => (MetricTransformations as { MetricName: string; MetricValue: string }[]).map(({ MetricName, MetricValue }) => [MetricName, MetricValue]));
    expect(names.toSorted()).toEqual([["sync-oldestSeconds", "$.oldestSeconds"], ["sync-refusedNow", "$.refusedNow"]]);
    const alarms = ofType("AWS::CloudWatch::Alarm").filter(([id]) => /Sync(Refused|Lag)/.test(id)).map(([, { Properties }]) => [Properties["MetricName"], Properties["Threshold"]]);
    expect(alarms.toSorted()).toEqual([["sync-oldestSeconds", 3600], ["sync-refusedNow", 1]]);
  });
});

describe("validation", () => {
  it("passes a shop", { timeout: 120_000 }, () => {
    expect(() => synthesised([shape("dddd4444")], true)).not.toThrow();
  });

  it("refuses a planted bucket that takes plain HTTP", { timeout: 120_000 }, () => {
    const app = validatedApp({ outdir: join(folder, "planted-bucket"), validate: true });
    new Bucket(new Stack(app, "Planted"), "Open");
    expect(() => app.synth()).toThrow(/AwsSolutions-S10/);
  });

  it("refuses a planted property that CloudFormation does not have", { timeout: 120_000 }, () => {
    const app = validatedApp({ outdir: join(folder, "planted-property"), validate: true });
    const queue = new CfnQueue(new Stack(app, "Planted"), "Queue", { sqsManagedSseEnabled: true });
    queue.addPropertyOverride("VisibilityTimeout", "forever");
    expect(() => app.synth()).toThrow(/VisibilityTimeout: 'forever' is not of type 'integer'/);
  });
});
