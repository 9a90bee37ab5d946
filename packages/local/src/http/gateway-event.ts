import { randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { HttpApi, HttpRoute } from "./http-route.ts";
import type { AuthorizedClaims } from "./verify-token.ts";

/** What an event is made of. */
export interface GatewayCall {
  readonly api: HttpApi;
  readonly route: HttpRoute;
  readonly parameters: Readonly<Record<string, string>>;
  readonly incoming: IncomingMessage;
  readonly body: Buffer;
  readonly authorized: AuthorizedClaims | undefined;
  /** Local clock. */
  readonly now: Date;
}

/** Media types whose bodies travel as text; others in base64, as API Gateway does. */
const TEXT = /^(text\/|application\/(json|javascript|xml|x-www-form-urlencoded|[^;]*\+(json|xml)))/i;

/** The event of payload format 2.0. */
export function gatewayEvent({ api, route, parameters, incoming, body, authorized, now }: GatewayCall): object {
  const url = new URL(incoming.url ?? "/", "http://localhost");
  const { headers, cookies } = headersOf(incoming);
  const text = TEXT.test(headers["content-type"] ?? "");
  return {
    version: "2.0",
    routeKey: route.key,
    rawPath: decodeURI(url.pathname),
    rawQueryString: url.search.slice(1),
    ...(cookies === undefined ? {} : { cookies }),
    headers,
    ...(url.search === "" ? {} : { queryStringParameters: queryOf(url) }),
    ...(Object.keys(parameters).length === 0 ? {} : { pathParameters: decoded(parameters) }),
    requestContext: {
      accountId: "anonymous",
      apiId: api.id,
      ...(authorized === undefined ? {} : { authorizer: { jwt: authorized } }),
      domainName: headers["host"],
      domainPrefix: api.id,
      http: {
        method: incoming.method,
        path: decodeURI(url.pathname),
        protocol: `HTTP/${incoming.httpVersion}`,
        sourceIp: incoming.socket.remoteAddress ?? "127.0.0.1",
        userAgent: headers["user-agent"] ?? "",
      },
      requestId: randomUUID(),
      routeKey: route.key,
      stage: "$default",
      time: now.toUTCString(),
      timeEpoch: now.getTime(),
    },
    ...(body.length === 0 ? {} : { body: text ? body.toString("utf8") : body.toString("base64") }),
    isBase64Encoded: body.length > 0 && !text,
  };
}

/** Header names are lower-case, repeated ones joined by commas; cookies stand apart. */
function headersOf(incoming: IncomingMessage): { readonly headers: Readonly<Record<string, string>>; readonly cookies: readonly string[] | undefined } {
  const { cookie, ...others } = incoming.headers;
  const headers = Object.entries(others).map(([name, value]) => [name, Array.isArray(value) ? value.join(",") : (value ?? "")] as const);
  return {
    headers: { "x-forwarded-proto": "http", "x-forwarded-for": "127.0.0.1", ...Object.fromEntries(headers) },
    cookies: cookie?.split(/; */),
  };
}

function queryOf(url: URL): Readonly<Record<string, string>> {
  const names = [...new Set(url.searchParams.keys())];
  return Object.fromEntries(names.map((name) => [name, url.searchParams.getAll(name).join(",")]));
}

function decoded(parameters: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, decodeURIComponent(value)]));
}
