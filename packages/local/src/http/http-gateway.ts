import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { AwsError } from "../aws-error.ts";
import { FunctionError } from "../functions/function-error.ts";
import type { FunctionPool } from "../functions/function-pool.ts";
import type { RuntimeLog } from "../runtime/runtime-log.ts";
import { readBody } from "../runtime/read-body.ts";
import { gatewayEvent } from "./gateway-event.ts";
import type { HttpApi, HttpRoute } from "./http-route.ts";
import { type AuthorizedClaims, TokenRefused, type TokenVerifier } from "./verify-token.ts";

/** Largest request API Gateway takes, and largest answer Lambda gives, bytes. */
const MAX_REQUEST = 10 * 1024 * 1024;
const MAX_PAYLOAD = 6 * 1024 * 1024;

/** Options of {@link createHttpGateway}. */
export interface HttpGatewayOptions {
  readonly api: HttpApi;
  /** `arn:aws:execute-api:<region>:<account>:<api id>` */
  readonly sourceArn: string;
  readonly pool: FunctionPool;
  readonly verify: TokenVerifier;
  readonly now: () => Date;
  readonly log: RuntimeLog;
  /** Addresses that paths beside the API's lead to. */
  readonly redirects?: Readonly<Record<string, string>>;
}

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body: Buffer | string;
}

/** An HTTP API of API Gateway: routes, JWT authorizers, Lambda proxy integrations with payload format 2.0. */
export function createHttpGateway(options: HttpGatewayOptions): Server {
  return createServer((incoming, outgoing) => {
    handle(options, incoming).then(
      (answer) => send(outgoing, answer),
      (error: unknown) => send(outgoing, failure(options, error)),
    );
  });
}

async function handle(options: HttpGatewayOptions, incoming: IncomingMessage): Promise<Answer> {
  const { api, pool, sourceArn } = options;
  const path = pathOf(incoming);
  if (path === undefined) return message(400, "Bad Request");
  const elsewhere = Object.entries(options.redirects ?? {}).find(([from]) => from === path)?.[1];
  if (elsewhere !== undefined) return { ...message(307, "Temporary Redirect"), headers: { location: elsewhere } };
  const found = findRoute(api, incoming.method ?? "GET", path);
  if (found === undefined) return message(404, "Not Found");
  const { route, parameters } = found;
  const authorized = await authorize(options, route, incoming);
  if (authorized instanceof TokenRefused) return { ...message(401, "Unauthorized"), headers: { "www-authenticate": `Bearer error="invalid_token"` } };
  const body = await readBody(incoming, MAX_REQUEST);
  const [method = "", routePath = "$default"] = route.key === "$default" ? ["*", "$default"] : route.key.split(" ");
  const event = gatewayEvent({ api, route, parameters, incoming, body, authorized, now: options.now() });
  if (JSON.stringify(event).length > MAX_PAYLOAD) return message(413, "Request Entity Too Large");
  const value = await pool.invoke({
    functionArn: route.functionArn,
    event,
    by: { name: api.logicalId, service: "apigateway.amazonaws.com" },
    sourceArn: `${sourceArn}/$default/${method}${routePath}`,
  });
  return fromFunction(value);
}

/** Undefined for a path that cannot be decoded. */
function pathOf({ url }: IncomingMessage): string | undefined {
  try {
    const { pathname } = new URL(url ?? "/", "http://localhost");
    decodeURI(pathname);
    return pathname;
  } catch {
    return undefined;
  }
}

function findRoute(api: HttpApi, method: string, path: string): { route: HttpRoute; parameters: Readonly<Record<string, string>> } | undefined {
  for (const route of api.routes) {
    const parameters = route.match(method, path);
    if (parameters !== undefined) return { route, parameters };
  }
  return undefined;
}

async function authorize({ verify }: HttpGatewayOptions, route: HttpRoute, incoming: IncomingMessage): Promise<AuthorizedClaims | TokenRefused | undefined> {
  if (route.authorizer === undefined) return undefined;
  const token = incoming.headers.authorization?.replace(/^Bearer +/i, "");
  if (token === undefined || token === "") return new TokenRefused("no token");
  try {
    return await verify(token, route.authorizer, route.scopes);
  } catch (error) {
    if (error instanceof TokenRefused) return error;
    throw error;
  }
}

interface FunctionAnswer {
  readonly statusCode?: number;
  readonly headers?: Readonly<Record<string, string | number | boolean>>;
  readonly cookies?: readonly string[];
  readonly body?: string;
  readonly isBase64Encoded?: boolean;
}

/** An answer without `statusCode` is the body of a 200, as format 2.0 has it. */
function fromFunction(value: unknown): Answer {
  const text = JSON.stringify(value ?? null);
  if (text.length > MAX_PAYLOAD) throw new FunctionError("Function.ResponseSizeTooLarge", "Response payload size exceeded maximum allowed payload size");
  const answer = (typeof value === "object" && value !== null ? value : {}) as FunctionAnswer;
  if (answer.statusCode === undefined) return { status: 200, headers: { "content-type": "application/json" }, body: text };
  const headers = Object.entries(answer.headers ?? {}).map(([name, header]) => [name.toLowerCase(), String(header)] as const);
  const cookies = answer.cookies ?? [];
  return {
    status: answer.statusCode,
    headers: { "content-type": "text/plain;charset=utf-8", ...Object.fromEntries(headers), ...(cookies.length === 0 ? {} : { "set-cookie": cookies }) },
    body: answer.isBase64Encoded === true ? Buffer.from(answer.body ?? "", "base64") : (answer.body ?? ""),
  };
}

function message(status: number, text: string): Answer {
  return { status, headers: { "content-type": "application/json" }, body: JSON.stringify({ message: text }) };
}

function failure({ log, api }: HttpGatewayOptions, error: unknown): Answer {
  if (error instanceof AwsError && error.status === 413) return message(413, "Request Entity Too Large");
  if (error instanceof FunctionError && error.errorType === "Sandbox.Timedout") return message(503, "Service Unavailable");
  if (!(error instanceof FunctionError) && !(error instanceof AwsError)) log.write(api.logicalId, String((error as Error).stack ?? error), "error");
  return message(500, "Internal Server Error");
}

function send(outgoing: ServerResponse, { status, headers, body }: Answer): void {
  const plain = Object.entries(headers).map(([name, value]) => [name, typeof value === "string" ? value : [...value]] as const);
  outgoing.writeHead(status, { ...Object.fromEntries(plain), "content-length": Buffer.byteLength(body) });
  outgoing.end(body);
}
