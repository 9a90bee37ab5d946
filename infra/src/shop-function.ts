import type { Duration } from "aws-cdk-lib";
import { RemovalPolicy } from "aws-cdk-lib";
import { Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import type { IKey } from "aws-cdk-lib/aws-kms";
import { Architecture, type Code, Function as LambdaFunction, Runtime } from "aws-cdk-lib/aws-lambda";
import { LogGroup, RetentionDays } from "aws-cdk-lib/aws-logs";
import type { Construct } from "constructs";

/** Options of {@link ShopFunction}. */
export interface ShopFunctionProps {
  /** Name of the entry in the asset: `api` runs `api.mjs`. */
  readonly entry: string;
  readonly code: Code;
  readonly key: IKey;
  readonly environment: Readonly<Record<string, string>>;
  readonly timeout: Duration;
  /** MB. @default 512 */
  readonly memorySize?: number;
}

/**
 * A function of the shop: Node.js 24 on arm64, its own role that may write to its own log group and nothing else until
 * granted, logs kept for a year.
 */
export class ShopFunction extends LambdaFunction {
  constructor(scope: Construct, id: string, props: ShopFunctionProps) {
    const logGroup = new LogGroup(scope, `${id}Log`, {
      retention: RetentionDays.ONE_YEAR,
      encryptionKey: props.key,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    const role = new Role(scope, `${id}Role`, { assumedBy: new ServicePrincipal("lambda.amazonaws.com") });
    super(scope, id, {
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      code: props.code,
      handler: `${props.entry}.handler`,
      role,
      logGroup,
      timeout: props.timeout,
      memorySize: props.memorySize ?? 512,
      environment: { ...props.environment, NODE_OPTIONS: "--enable-source-maps" },
    });
    logGroup.grantWrite(role);
  }
}
