import { RemovalPolicy } from "aws-cdk-lib";
import type { CfnStage } from "aws-cdk-lib/aws-apigatewayv2";
import { HttpApi, HttpMethod, HttpNoneAuthorizer, HttpStage, LogGroupLogDestination } from "aws-cdk-lib/aws-apigatewayv2";
import { HttpJwtAuthorizer } from "aws-cdk-lib/aws-apigatewayv2-authorizers";
import { HttpLambdaIntegration } from "aws-cdk-lib/aws-apigatewayv2-integrations";
import { AccessLogFormat } from "aws-cdk-lib/aws-apigateway";
import type { IKey } from "aws-cdk-lib/aws-kms";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import { LogGroup, RetentionDays } from "aws-cdk-lib/aws-logs";
import { Construct } from "constructs";
import type { LoginProvider } from "./identity.ts";

/** Options of {@link Entrance}. */
export interface EntranceProps {
  readonly api: IFunction;
  readonly portal: IFunction;
  readonly login: LoginProvider;
  /** API routes that need no token, `GET /api/procedures`. */
  readonly publicRoutes: readonly { readonly method: "GET" | "POST"; readonly path: string }[];
  readonly key: IKey;
}

/**
 * The HTTP API. `/api/*` asks for an access token (JWT authorizer) except for the listed public routes; everything
 * else is the portal, which keeps its own session. Access logs carry the route, never the path: a tracking secret
 * stands in a path.
 */
export class Entrance extends Construct {
  readonly api: HttpApi;

  constructor(scope: Construct, id: string, props: EntranceProps) {
    super(scope, id);
    const authorizer = new HttpJwtAuthorizer("AccessToken", props.login.issuer, { jwtAudience: [props.login.clientId] });
    this.api = new HttpApi(this, "Http", { createDefaultStage: false });
    // One permission a function: the source ARN of a route names its path and no method, so one a route would be doubled.
    const toApi = new HttpLambdaIntegration("ToApi", props.api, { scopePermissionToRoute: false });
    const toPortal = new HttpLambdaIntegration("ToPortal", props.portal, { scopePermissionToRoute: false });
    this.api.addRoutes({
      path: "/api/{proxy+}",
      methods: [HttpMethod.GET, HttpMethod.POST],
      integration: toApi,
      authorizer,
    });
    for (const route of props.publicRoutes) {
      this.api.addRoutes({
        path: route.path,
        methods: [HttpMethod[route.method]],
        integration: toApi,
        authorizer: new HttpNoneAuthorizer(),
      });
    }
    for (const path of ["/", "/{proxy+}"]) {
      this.api.addRoutes({
        path,
        methods: [HttpMethod.GET, HttpMethod.POST],
        integration: toPortal,
        authorizer: new HttpNoneAuthorizer(),
      });
    }
    this.stage(props.key);
  }

  private stage(key: IKey): void {
    const log = new LogGroup(this, "AccessLog", {
      retention: RetentionDays.ONE_YEAR,
      encryptionKey: key,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    const stage = new HttpStage(this, "Stage", {
      httpApi: this.api,
      stageName: "$default",
      autoDeploy: true,
      throttle: { rateLimit: 200, burstLimit: 400 },
      accessLogSettings: {
        destination: new LogGroupLogDestination(log),
        format: AccessLogFormat.custom(
          JSON.stringify({
            at: "$context.requestTime",
            id: "$context.requestId",
            route: "$context.routeKey",
            status: "$context.status",
            ms: "$context.responseLatency",
            bytes: "$context.responseLength",
          }),
        ),
      },
    });
    (stage.node.defaultChild as CfnStage).addPropertyOverride("DefaultRouteSettings.DetailedMetricsEnabled", true);
  }
}
