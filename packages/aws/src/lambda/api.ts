import { apiRouter } from "@motcua/handlers";
import type { HttpResponse } from "@motcua/handlers";
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import { runningHandlers } from "./running-handlers.ts";

/** Claims as the gateway's JWT authorizer hands them over; routes without it carry none. */
interface Authorized {
  readonly authorizer?: { readonly jwt?: { readonly claims?: Readonly<Record<string, unknown>> } };
}

/** `/api/*`: HTTP API, payload format 2.0. */
export async function handler(event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> {
  const { handlers, ports } = runningHandlers(import.meta.url);
  const sub = (event.requestContext as Authorized).authorizer?.jwt?.claims?.["sub"];
  const response = await apiRouter(handlers, ports)({
    method: event.requestContext.http.method,
    path: event.rawPath,
    query: event.queryStringParameters ?? {},
    headers: event.headers,
    ...(event.body === undefined ? {} : { body: event.isBase64Encoded ? Buffer.from(event.body, "base64").toString("utf8") : event.body }),
    ...(typeof sub === "string" ? { sub } : {}),
  });
  return resultOf(response);
}

function resultOf({ status, headers, body }: HttpResponse): APIGatewayProxyStructuredResultV2 {
  const answer = { statusCode: status, headers: { ...headers } };
  return typeof body === "string" ? { ...answer, body } : { ...answer, body: Buffer.from(body).toString("base64"), isBase64Encoded: true };
}
