import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** A template that a test may bend before it is written. */
export interface FixtureTemplate {
  readonly Resources: Record<string, { Type: string; Properties: Record<string, unknown> }>;
  readonly Outputs: Record<string, unknown>;
}

const getAtt = (id: string, attribute = "Arn") => ({ "Fn::GetAtt": [id, attribute] });
const ref = (id: string) => ({ Ref: id });
const joined = (...parts: readonly unknown[]) => ({ "Fn::Join": ["", parts] });
const allow = (Action: string | readonly string[], Resource: unknown) => ({ Effect: "Allow", Action, Resource });

/** A small assembly as CDK writes one: table with stream, three functions, a waiting machine, routes, a bucket, a queue, a schedule. */
export function writeFixtureAssembly(directory: string, bend: (template: FixtureTemplate) => void = () => {}): string {
  mkdirSync(directory, { recursive: true });
  cpSync(fileURLToPath(new URL("./functions", import.meta.url)), join(directory, "asset.functions"), { recursive: true });
  const template: FixtureTemplate = { Resources: { ...data(), ...functions(), ...machine(), ...entrance() }, Outputs: { Table: { Value: ref("Table") } } };
  bend(template);
  const write = (file: string, value: unknown) => writeFileSync(join(directory, file), JSON.stringify(value, null, 1));
  write("Fixture.template.json", template);
  write("Fixture.assets.json", { files: { functions: { source: { path: "asset.functions", packaging: "zip" }, destinations: { here: { objectKey: "functions.zip" } } } } });
  write("manifest.json", {
    version: "55.0.0",
    artifacts: {
      "Fixture.assets": { type: "cdk:asset-manifest", properties: { file: "Fixture.assets.json" } },
      Fixture: { type: "aws:cloudformation:stack", environment: "aws://unknown-account/ap-southeast-1", properties: { templateFile: "Fixture.template.json" } },
    },
  });
  return directory;
}

type Resources = FixtureTemplate["Resources"];

function data(): Resources {
  const key = (AttributeName: string, KeyType: string) => ({ AttributeName, KeyType });
  return {
    Key: { Type: "AWS::KMS::Key", Properties: { KeyPolicy: { Statement: [{ ...allow("kms:*", "*"), Principal: { AWS: joined("arn:", ref("AWS::Partition"), ":iam::", ref("AWS::AccountId"), ":root") } }] } } },
    Table: {
      Type: "AWS::DynamoDB::GlobalTable",
      Properties: {
        AttributeDefinitions: ["pk", "sk"].map((AttributeName) => ({ AttributeName, AttributeType: "S" })),
        KeySchema: [key("pk", "HASH"), key("sk", "RANGE")],
        BillingMode: "PAY_PER_REQUEST",
        StreamSpecification: { StreamViewType: "NEW_IMAGE" },
        Replicas: [{ Region: "ap-southeast-1", SSESpecification: { KMSMasterKeyId: getAtt("Key") } }],
      },
    },
    Files: {
      Type: "AWS::S3::Bucket",
      Properties: { BucketEncryption: { ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: "aws:kms", KMSMasterKeyID: getAtt("Key") } }] } },
    },
    FilesPolicy: {
      Type: "AWS::S3::BucketPolicy",
      Properties: {
        Bucket: ref("Files"),
        PolicyDocument: { Statement: [{ Effect: "Deny", Action: "s3:*", Principal: { AWS: "*" }, Resource: [getAtt("Files"), joined(getAtt("Files"), "/*")], Condition: { Bool: { "aws:SecureTransport": "false" } } }] },
      },
    },
    DeadLetters: { Type: "AWS::SQS::Queue", Properties: { MessageRetentionPeriod: 1209600 } },
    People: { Type: "AWS::Cognito::UserPool", Properties: {} },
    Portal: { Type: "AWS::Cognito::UserPoolClient", Properties: { UserPoolId: ref("People"), CallbackURLs: ["https://localhost/back"], LogoutURLs: ["https://localhost/"] } },
  };
}

const ISSUER = joined("https://cognito-idp.ap-southeast-1.amazonaws.com/", ref("People"));

function role(service: string, statements: readonly object[]): Record<string, unknown> {
  return {
    AssumeRolePolicyDocument: { Statement: [{ Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: service } }] },
    Policies: [{ PolicyName: "inline", PolicyDocument: { Statement: statements } }],
  };
}

function aFunction(name: string, statements: readonly object[]): Resources {
  const logs = allow(["logs:CreateLogStream", "logs:PutLogEvents"], getAtt(`${name}Log`));
  const decrypt = allow(["kms:Decrypt", "kms:GenerateDataKey*", "kms:Encrypt"], getAtt("Key"));
  return {
    [`${name}Log`]: { Type: "AWS::Logs::LogGroup", Properties: {} },
    [`${name}Role`]: { Type: "AWS::IAM::Role", Properties: role("lambda.amazonaws.com", [logs, decrypt, ...statements]) },
    [name]: {
      Type: "AWS::Lambda::Function",
      Properties: {
        Code: { S3Bucket: { "Fn::Sub": "assets-${AWS::AccountId}" }, S3Key: "functions.zip" },
        Handler: `${name.toLowerCase()}.handler`,
        Runtime: "nodejs24.x",
        Timeout: 2,
        Role: getAtt(`${name}Role`),
        LoggingConfig: { LogGroup: ref(`${name}Log`) },
        Environment: { Variables: { TABLE_NAME: ref("Table"), MACHINE_ARN: joined("arn:aws:states:ap-southeast-1:", ref("AWS::AccountId"), ":stateMachine:fixture"), OIDC_ISSUER: ISSUER } },
      },
    },
  };
}

function functions(): Resources {
  const table = getAtt("Table");
  const machines = joined("arn:aws:states:ap-southeast-1:", ref("AWS::AccountId"), ":stateMachine:fix*");
  return {
    ...aFunction("Api", [allow(["dynamodb:PutItem", "dynamodb:GetItem"], table), allow(["states:StartExecution", "states:SendTaskSuccess"], machines), allow("s3:PutObject", joined(getAtt("Files"), "/*"))]),
    ...aFunction("Consumer", [
      allow("dynamodb:PutItem", table),
      allow(["dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator", "dynamodb:ListStreams"], getAtt("Table", "StreamArn")),
      allow("sqs:SendMessage", getAtt("DeadLetters")),
    ]),
    ...aFunction("Register", [allow("dynamodb:PutItem", table)]),
    ...aFunction("Tick", []),
    Mapping: {
      Type: "AWS::Lambda::EventSourceMapping",
      Properties: {
        EventSourceArn: getAtt("Table", "StreamArn"),
        FunctionName: ref("Consumer"),
        BatchSize: 10,
        MaximumRetryAttempts: 2,
        BisectBatchOnFunctionError: true,
        ParallelizationFactor: 2,
        StartingPosition: "TRIM_HORIZON",
        FunctionResponseTypes: ["ReportBatchItemFailures"],
        DestinationConfig: { OnFailure: { Destination: getAtt("DeadLetters") } },
        FilterCriteria: { Filters: [{ Pattern: JSON.stringify({ eventName: ["INSERT"], dynamodb: { NewImage: { kind: { S: ["follow", "poison"] } } } }) }] },
      },
    },
  };
}

function machine(): Resources {
  const definition = {
    QueryLanguage: "JSONata",
    StartAt: "wait",
    States: {
      wait: {
        Type: "Task",
        Resource: "arn:aws:states:::lambda:invoke.waitForTaskToken",
        Arguments: { FunctionName: "${RegisterArn}", Payload: { id: "{% $states.input.id %}", token: "{% $states.context.Task.Token %}" } },
        Output: "{% $states.result.outcome %}",
        End: true,
      },
    },
  };
  return {
    MachineRole: { Type: "AWS::IAM::Role", Properties: role("states.amazonaws.com", [allow("lambda:InvokeFunction", getAtt("Register"))]) },
    Machine: {
      Type: "AWS::StepFunctions::StateMachine",
      Properties: { StateMachineName: "fixture", RoleArn: getAtt("MachineRole"), DefinitionString: JSON.stringify(definition), DefinitionSubstitutions: { RegisterArn: getAtt("Register") } },
    },
    ScheduleRole: { Type: "AWS::IAM::Role", Properties: role("scheduler.amazonaws.com", [allow("lambda:InvokeFunction", [getAtt("Tick"), joined(getAtt("Tick"), ":*")])]) },
    Schedule: { Type: "AWS::Scheduler::Schedule", Properties: { ScheduleExpression: "rate(1 hour)", FlexibleTimeWindow: { Mode: "OFF" }, Target: { Arn: getAtt("Tick"), RoleArn: getAtt("ScheduleRole") } } },
  };
}

function entrance(): Resources {
  const route = (RouteKey: string, more: object) => ({ Type: "AWS::ApiGatewayV2::Route", Properties: { ApiId: ref("Http"), RouteKey, Target: joined("integrations/", ref("ToApi")), ...more } });
  return {
    Http: { Type: "AWS::ApiGatewayV2::Api", Properties: { Name: "Http", ProtocolType: "HTTP" } },
    ToApi: { Type: "AWS::ApiGatewayV2::Integration", Properties: { ApiId: ref("Http"), IntegrationType: "AWS_PROXY", IntegrationUri: getAtt("Api"), PayloadFormatVersion: "2.0" } },
    Token: { Type: "AWS::ApiGatewayV2::Authorizer", Properties: { ApiId: ref("Http"), AuthorizerType: "JWT", IdentitySource: ["$request.header.Authorization"], JwtConfiguration: { Audience: [ref("Portal")], Issuer: ISSUER } } },
    Guarded: route("POST /api/{proxy+}", { AuthorizationType: "JWT", AuthorizerId: ref("Token") }),
    Open: route("POST /open", { AuthorizationType: "NONE" }),
    Stage: { Type: "AWS::ApiGatewayV2::Stage", Properties: { ApiId: ref("Http"), StageName: "$default" } },
    MayCall: {
      Type: "AWS::Lambda::Permission",
      Properties: { Action: "lambda:InvokeFunction", FunctionName: getAtt("Api"), Principal: "apigateway.amazonaws.com", SourceArn: joined("arn:", ref("AWS::Partition"), ":execute-api:ap-southeast-1:", ref("AWS::AccountId"), ":", ref("Http"), "/*/*/*") },
    },
  };
}
