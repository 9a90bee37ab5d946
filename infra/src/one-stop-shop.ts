import { type CfnElement, CfnOutput, Duration, Stack, type StackProps } from "aws-cdk-lib";
import { Code } from "aws-cdk-lib/aws-lambda";
import { Schedule, ScheduleExpression } from "aws-cdk-lib/aws-scheduler";
import { LambdaInvoke } from "aws-cdk-lib/aws-scheduler-targets";
import type { Construct } from "constructs";
import { Alarms, ALARM_PERIOD, type Watch } from "./alarms.ts";
import { DailySeal } from "./daily-seal.ts";
import { Dispatch } from "./dispatch.ts";
import { DossierTable } from "./dossier-table.ts";
import { EncryptionKey } from "./encryption-key.ts";
import { Entrance } from "./entrance.ts";
import { FileBucket } from "./file-bucket.ts";
import { type Data, grantCommands, grantExecutions, grantFiles, grantPut, grantReadSeals, grantSealing, grantSettle } from "./grants.ts";
import { Identity, type LoginProvider } from "./identity.ts";
import { ShopFunction } from "./shop-function.ts";
import { syncFigure } from "./sync-figure.ts";
import { machineArnPrefix, WorkflowMachines, type WorkflowShape } from "./workflow-machines.ts";

/** What a province's shop is made of. */
export interface OneStopShopProps extends StackProps {
  /** The province's id in names, `dong-thap`. */
  readonly province: string;
  /** Workflow shapes of the procedures it runs. */
  readonly shapes: readonly WorkflowShape[];
  /** Directory of the bundled functions, see `buildFunctions`. */
  readonly functions: string;
  /** API routes that need no token. */
  readonly publicRoutes: readonly { readonly method: "GET" | "POST"; readonly path: string }[];
  /** Base URL of the province's integration platform (LGSP), through which registers of the state are called. */
  readonly connectorUrl: string;
  /** Absolute URL people open; the API's own address where absent. */
  readonly publicUrl?: string;
  /** How long the seals of days cannot be removed by anybody. @default 10 years */
  readonly sealRetention?: Duration;
  /** The province's own login. @default a Cognito user pool */
  readonly login?: LoginProvider;
}

/**
 * A one-stop shop (bộ phận một cửa) for a province: table, files, login, functions, workflows, entrance and alarms in
 * one stack. A law changes; the procedures' JSON changes; this stack stays.
 */
export class OneStopShop extends Stack {
  /** Name of every state machine is this and its shape. */
  readonly machineNamePrefix: string;

  constructor(scope: Construct, id: string, props: OneStopShopProps) {
    super(scope, id, props);
    const key = new EncryptionKey(this, "Key");
    const table = new DossierTable(this, "Dossiers", key);
    const { bucket, accessLogs } = new FileBucket(this, "Storage", key);
    const seal = new DailySeal(this, "Seal", { key, accessLogs, ...(props.sealRetention === undefined ? {} : { retention: props.sealRetention }) });
    const login = props.login ?? this.ownLogin(props);
    const namePrefix = `motcua-${props.province}-`;
    this.machineNamePrefix = namePrefix;
    const machines = machineArnPrefix(this, namePrefix);

    const code = Code.fromAsset(props.functions);
    const environment = {
      TABLE_NAME: table.tableName,
      FILES_BUCKET: bucket.bucketName,
      SEALS_BUCKET: seal.bucket.bucketName,
      SEAL_KEY: seal.signing.keyArn,
      STATE_MACHINE_ARN_PREFIX: machines,
      CONNECTOR_URL: props.connectorUrl,
      OIDC_ISSUER: login.issuer,
      OIDC_CLIENT_ID: login.clientId,
      PUBLIC_URL: props.publicUrl ?? "",
    };
    const make = (name: string, entry: string, seconds: number, memorySize?: number) =>
      new ShopFunction(this, name, {
        entry,
        code,
        key,
        environment,
        timeout: Duration.seconds(seconds),
        ...(memorySize === undefined ? {} : { memorySize }),
      });
    const api = make("Api", "api", 20, 1024);
    const portal = make("Portal", "portal", 20, 1024);
    const dispatcher = make("Dispatcher", "dispatcher", 60);
    const registerTask = make("RegisterTask", "register-task", 20, 256);
    const connect = make("Connect", "connect", 60);
    const sweep = make("Sweep", "sweep", 120);
    const sync = make("Sync", "sync", 120);
    const reconcile = make("Reconcile", "reconcile", 120);
    const sealDay = make("SealDay", "seal-day", 900);

    const data: Data = { table, key };
    for (const desk of [api, portal]) {
      grantCommands(data, desk, "gsi1", "gsi2");
      grantFiles(bucket, desk);
      grantReadSeals(seal, desk);
    }
    grantSettle(data, dispatcher);
    grantExecutions(dispatcher, machines);
    grantPut(data, registerTask);
    grantCommands(data, connect);
    grantCommands(data, sweep, "gsi2");
    grantCommands(data, sync, "gsi2");
    grantSettle(data, reconcile);
    grantExecutions(reconcile, machines);
    grantSealing(data, seal, sealDay);

    const { deadLetters } = new Dispatch(this, "Dispatch", { table, dispatcher });
    const workflows = new WorkflowMachines(this, "Workflows", {
      shapes: props.shapes,
      namePrefix,
      registerTask,
      connect,
      key,
    });
    new Schedule(this, "SweepEveryMinute", {
      schedule: ScheduleExpression.rate(Duration.minutes(1)),
      target: new LambdaInvoke(sweep, { retryAttempts: 2 }),
      description: "Silence that means consent, postings that end: commands whose legal time has come",
    });
    new Schedule(this, "SyncEveryMinute", {
      schedule: ScheduleExpression.rate(Duration.minutes(1)),
      target: new LambdaInvoke(sync, { retryAttempts: 2 }),
      description: "Tells the national portal what it has not acknowledged",
    });
    new Schedule(this, "ReconcileEveryQuarter", {
      schedule: ScheduleExpression.rate(Duration.minutes(15)),
      target: new LambdaInvoke(reconcile, { retryAttempts: 2 }),
      description: "Repeats what got stuck between a commit and its execution",
    });
    new Schedule(this, "SealEveryNight", {
      // 00:30 in Viet Nam: what began before midnight has long been committed.
      schedule: ScheduleExpression.cron({ minute: "30", hour: "17" }),
      target: new LambdaInvoke(sealDay, { retryAttempts: 2 }),
      description: "Signs each unit's day and keeps it under Object Lock",
    });
    const entrance = new Entrance(this, "Entrance", { api, portal, login, publicRoutes: props.publicRoutes, key });

    const sum = { period: ALARM_PERIOD, statistic: "Sum" } as const;
    const watches: Watch[] = [
      {
        id: "DeadLetters",
        meaning: "A change could not be dispatched after all retries. Read the message for its shard and sequence, mend, then reconcile.",
        metric: deadLetters.metricApproximateNumberOfMessagesVisible({ period: ALARM_PERIOD, statistic: "Maximum" }),
        atLeast: 1,
      },
      {
        id: "DispatchLag",
        meaning: "The dispatcher is more than five minutes behind the table's stream.",
        metric: dispatcher.metric("IteratorAge", { period: ALARM_PERIOD, statistic: "Maximum" }),
        atLeast: Duration.minutes(5).toMilliseconds(),
      },
      {
        id: "SealDayMissed",
        meaning: "No night in the last day sealed what happened. It looks seven days back: start it again before they have passed.",
        metric: sealDay.metricInvocations({ period: Duration.days(1), statistic: "Sum" }),
        below: 1,
      },
      {
        id: "SyncRefused",
        meaning: "The national portal refuses a dossier. motcua sync list --refused says which and by what code: mend it, then motcua sync retry.",
        metric: syncFigure(sync, "refusedNow"),
        atLeast: 1,
      },
      {
        id: "SyncLag",
        meaning: "A change has waited more than an hour for the national portal: the province's integration platform does not answer. Nothing is lost; it is told when the platform is back.",
        metric: syncFigure(sync, "oldestSeconds"),
        atLeast: Duration.hours(1).toSeconds(),
      },
      ...[api, portal, dispatcher, registerTask, connect, sweep, sync, reconcile, sealDay].map((fn) => ({
        id: `${fn.node.id}Errors`,
        meaning: `Function ${fn.node.id} threw. Its log group has the error's id.`,
        metric: fn.metricErrors(sum),
        atLeast: 1,
      })),
      ...workflows.machines.map((machine) => ({
        id: `${machine.node.id}Failed`,
        meaning: "An execution failed: its dossier waits without a running workflow until it is reconciled.",
        metric: machine.metricFailed(sum),
        atLeast: 1,
      })),
    ];
    new Alarms(this, "Alarms", { key, watches });

    new CfnOutput(this, "Url", { value: props.publicUrl ?? entrance.api.apiEndpoint });
    // Where an administrator puts people and their duties.
    new CfnOutput(this, "Table", { value: table.tableName });
    new CfnOutput(this, "SealKey", { value: seal.signing.keyArn });
    new CfnOutput(this, "LoginIssuer", { value: login.issuer });
    new CfnOutput(this, "LoginClient", { value: login.clientId });
  }

  /** Logical id of a child's resource, `Sweep` → `Sweep576358E8`. */
  logicalIdOf(name: string): string {
    return this.getLogicalId(this.node.findChild(name).node.defaultChild as CfnElement);
  }

  private ownLogin(props: OneStopShopProps): Identity {
    const url = props.publicUrl ?? "https://localhost";
    return new Identity(this, "Identity", {
      callbackUrls: [`${url}/dang-nhap/xong`],
      logoutUrls: [`${url}/`],
      domainPrefix: `motcua-${props.province}`,
    });
  }
}
