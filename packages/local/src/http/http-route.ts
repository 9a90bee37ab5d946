import type { Model, Resource } from "../assembly/read-model.ts";

/** One route of an HTTP API. */
export interface HttpRoute {
  /** `GET /api/{proxy+}`, `$default` */
  readonly key: string;
  readonly functionArn: string;
  readonly authorizer: JwtAuthorizer | undefined;
  readonly scopes: readonly string[];
  /** Path parameters, or undefined when the route is not for this request. */
  readonly match: (method: string, path: string) => Readonly<Record<string, string>> | undefined;
  /** Larger is more specific; API Gateway takes the most specific route. */
  readonly rank: number;
}

/** A JWT authorizer: whose tokens, for whom. */
export interface JwtAuthorizer {
  readonly issuer: string;
  readonly audience: readonly string[];
}

/** An HTTP API of the templates, its routes most specific first. */
export interface HttpApi {
  readonly id: string;
  readonly logicalId: string;
  readonly routes: readonly HttpRoute[];
}

/** @throws Error naming an integration or authorizer of a kind that is not known here */
export function readHttpApis(model: Pick<Model, "ofType">): readonly HttpApi[] {
  const part = (type: string, ref: string) => model.ofType(type).find((resource) => resource.ref === ref);
  return model.ofType("AWS::ApiGatewayV2::Api").map((api) => {
    const routes = model
      .ofType("AWS::ApiGatewayV2::Route")
      .filter(({ properties }) => properties["ApiId"] === api.ref)
      .map((route): HttpRoute => {
        const { RouteKey, Target, AuthorizationType, AuthorizerId, AuthorizationScopes } = route.properties;
        const integration = part("AWS::ApiGatewayV2::Integration", String(Target).replace("integrations/", ""));
        const authorizer = AuthorizationType === "JWT" ? part("AWS::ApiGatewayV2::Authorizer", String(AuthorizerId)) : undefined;
        return {
          key: String(RouteKey),
          functionArn: functionOf(route, integration),
          authorizer: authorizer === undefined ? undefined : readAuthorizer(authorizer),
          scopes: (AuthorizationScopes ?? []) as readonly string[],
          ...matcher(String(RouteKey)),
        };
      });
    return { id: api.ref, logicalId: api.logicalId, routes: routes.sort((a, b) => b.rank - a.rank) };
  });
}

function functionOf(route: Resource, integration: Resource | undefined): string {
  const properties = integration?.properties ?? {};
  if (properties["IntegrationType"] !== "AWS_PROXY" || properties["PayloadFormatVersion"] !== "2.0") {
    throw new Error(`route ${route.logicalId} has an integration that is not a Lambda proxy with payload format 2.0`);
  }
  const uri = String(properties["IntegrationUri"]);
  return /functions\/(arn:[^/]+)\/invocations/.exec(uri)?.[1] ?? uri;
}

function readAuthorizer({ logicalId, properties }: Resource): JwtAuthorizer {
  const { Issuer, Audience } = (properties["JwtConfiguration"] ?? {}) as { readonly Issuer?: string; readonly Audience?: readonly string[] };
  if (properties["AuthorizerType"] !== "JWT" || Issuer === undefined) throw new Error(`authorizer ${logicalId} is not a JWT authorizer`);
  return { issuer: Issuer, audience: Audience ?? [] };
}

function matcher(key: string): Pick<HttpRoute, "match" | "rank"> {
  if (key === "$default") return { rank: -1, match: () => ({}) };
  const [method = "ANY", path = "/"] = key.split(" ");
  const segments = path.split("/").slice(1);
  const rank = segments.reduce((sum, segment) => sum + rankOf(segment), method === "ANY" ? 0 : 1);
  return { rank, match: (asked, askedPath) => (method === "ANY" || method === asked ? matchPath(segments, askedPath.split("/").slice(1)) : undefined) };
}

function rankOf(segment: string): number {
  if (segment.endsWith("+}")) return 2;
  return segment.startsWith("{") ? 100 : 10_000;
}

function matchPath(segments: readonly string[], asked: readonly string[]): Readonly<Record<string, string>> | undefined {
  const parameters: Record<string, string> = {};
  for (const [index, segment] of segments.entries()) {
    const value = asked[index];
    if (segment.endsWith("+}")) {
      const rest = asked.slice(index).join("/");
      if (rest === "") return undefined;
      parameters[segment.slice(1, -2)] = rest;
      return parameters;
    }
    if (value === undefined) return undefined;
    if (!segment.startsWith("{") && segment !== value) return undefined;
    if (segment.startsWith("{")) parameters[segment.slice(1, -1)] = value;
  }
  return segments.length === asked.length ? parameters : undefined;
}
