import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { AwsError } from "../aws-error.ts";
import type { Keyring } from "../iam/keyring.ts";
import type { Principal } from "../iam/principal.ts";
import type { RuntimeLog } from "../runtime/runtime-log.ts";
import { readBody } from "../runtime/read-body.ts";
import { escapeXml } from "./escape-xml.ts";
import { type AwsRequest, type AwsResponse, jsonResponse, type JsonOperations } from "./aws-request.ts";

/** What stands behind the one port that functions take for AWS. */
export interface AwsServices {
  /** `X-Amz-Target` prefix (`AmazonSQS`) → operations. */
  readonly json: Readonly<Record<string, JsonOperations>>;
  /** DynamoDB and its streams: proxied, not parsed and rebuilt. */
  readonly dynamodb: (operation: string, request: AwsRequest) => Promise<AwsResponse>;
  /** Everything without a target: S3, path-style. The caller may be unknown (forms and signed addresses of browsers). */
  readonly s3: (request: Omit<AwsRequest, "principal"> & { readonly principal: Principal | undefined }) => Promise<AwsResponse>;
}

/** Largest body taken, bytes: an S3 upload. */
const MAX_BODY = 256 * 1024 * 1024;

/** The server behind `AWS_ENDPOINT_URL`: finds the caller by access key, the service by target, and answers as AWS does. */
export function createAwsEndpoint(services: AwsServices, keyring: Keyring, log: RuntimeLog): Server {
  return createServer((incoming, outgoing) => {
    answer(services, keyring, incoming).then(
      (response) => send(outgoing, response),
      (error: unknown) => {
        if (!(error instanceof AwsError)) log.write("aws-endpoint", String((error as Error).stack ?? error), "error");
        send(outgoing, errorResponse(error, incoming.headers["x-amz-target"] === undefined));
      },
    );
  });
}

async function answer(services: AwsServices, keyring: Keyring, incoming: IncomingMessage): Promise<AwsResponse> {
  const body = await readBody(incoming, MAX_BODY);
  const url = new URL(incoming.url ?? "/", "http://localhost");
  const principal = callerOf(keyring, incoming);
  const request = { method: incoming.method ?? "GET", url, headers: incoming.headers, body };
  const target = incoming.headers["x-amz-target"];
  if (target === undefined) return services.s3({ ...request, principal });
  if (principal === undefined) throw new AwsError("UnrecognizedClientException", "The security token included in the request is invalid.");
  const [prefix = "", operation = ""] = String(target).split(".");
  if (prefix.startsWith("DynamoDB")) return services.dynamodb(operation, { ...request, principal });
  const run = services.json[prefix]?.[operation];
  if (run === undefined) throw new AwsError("UnknownOperationException", `${String(target)} is not known to the local runner`);
  const input = body.length === 0 ? {} : (JSON.parse(body.toString("utf8")) as Readonly<Record<string, never>>);
  return jsonResponse(await run(input, principal));
}

/** The caller by the access key of the `Authorization` header; secrets never leave this machine, so the key is proof enough. */
function callerOf(keyring: Keyring, incoming: IncomingMessage): Principal | undefined {
  const [, accessKeyId = ""] = /Credential=([^/]+)\//.exec(incoming.headers.authorization ?? "") ?? [];
  return keyring.find(accessKeyId)?.principal;
}

function send(outgoing: ServerResponse, response: AwsResponse): void {
  outgoing.writeHead(response.status, { "content-length": Buffer.byteLength(response.body), ...response.headers, "x-amzn-requestid": randomUUID() });
  outgoing.end(response.body);
}

function errorResponse(error: unknown, xml: boolean): AwsResponse {
  const { code, status, message, members } =
    error instanceof AwsError ? error : new AwsError("InternalServerError", "the local runner failed; see its log", { status: 500 });
  if (xml) {
    const body = `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code.replace("AccessDeniedException", "AccessDenied")}</Code><Message>${escapeXml(message)}</Message></Error>`;
    return { status: code.startsWith("AccessDenied") ? 403 : status, headers: { "content-type": "application/xml" }, body };
  }
  return {
    status,
    headers: { "content-type": "application/x-amz-json-1.0", "x-amzn-errortype": code },
    body: JSON.stringify({ __type: code, message, Message: message, ...members }),
  };
}
