import type { Handlers } from "../handlers.ts";
import type { Ports } from "../ports/index.ts";
import { problem } from "../problem-table.ts";
import type { HttpRequest, HttpResponse } from "./http-message.ts";
import { problemResponse } from "./http-message.ts";
import { OPERATIONS } from "./operations.ts";
import type { OperationId, Route } from "./routes.ts";
import { routes } from "./routes.ts";
import { validateBody } from "./validate-body.ts";

/** Largest JSON body taken, in bytes: 256 KB. Files go to the bucket on their own. */
export const MAX_BODY_BYTES = 256 * 1024;

/** What the router needs besides the use cases: a way to tell of errors without showing them. */
export type RouterPorts = Pick<Ports, "log" | "random">;

/** Maps HTTP requests to use cases by {@link routes}. It never throws and never answers with the inside of an error. */
export function apiRouter(handlers: Handlers, ports: RouterPorts): (request: HttpRequest) => Promise<HttpResponse> {
  return async (request) => {
    try {
      return await answer(handlers, request);
    } catch (error) {
      const id = ports.random(8);
      ports.log({ level: "error", event: "api-error", id, method: request.method, error: error instanceof Error ? error.name : "unknown", where: placeOf(error) });
      return problemResponse([problem("internal-error")], id);
    }
  };
}

async function answer(handlers: Handlers, request: HttpRequest): Promise<HttpResponse> {
  const found = findRoute(request);
  if (found === undefined) return problemResponse([problem("unknown-route")]);
  const { route, params } = found;
  if (route.auth === "person" && request.sub === undefined) return problemResponse([problem("sign-in-required")]);
  const key = request.headers["idempotency-key"] ?? "";
  if (route.idempotent && key === "") return problemResponse([problem("idempotency-key-required")]);
  const body = readBody(route, request.body ?? "");
  if ("refusal" in body) return body.refusal;
  const operate = OPERATIONS[route.operationId as OperationId];
  return operate(handlers, { request, params, body: body.value, caller: { sub: request.sub ?? "" }, idempotencyKey: key });
}

function findRoute({ method, path }: HttpRequest): { readonly route: Route; readonly params: Readonly<Record<string, string>> } | undefined {
  for (const route of routes) {
    if (route.method !== method) continue;
    const params = matchPath(route.path, path);
    if (params !== undefined) return { route, params };
  }
  return undefined;
}

/** Values of a template's parameters, decoded; `undefined` when the path is another one. */
function matchPath(template: string, path: string): Readonly<Record<string, string>> | undefined {
  const [wanted, given] = [template.split("/"), path.replace(/\/$/, "").split("/")];
  if (wanted.length !== given.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const value = given[index] ?? "";
    if (part.startsWith("{")) params[part.slice(1, -1)] = decoded(value);
    else if (part !== value) return undefined;
  }
  return params;
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

function readBody(route: Route, text: string): { readonly value: unknown } | { readonly refusal: HttpResponse } {
  if (Buffer.byteLength(text) > MAX_BODY_BYTES) return { refusal: problemResponse([problem("body-too-large")]) };
  if (route.body === undefined) return { value: undefined };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { refusal: problemResponse([problem("invalid-json")]) };
  }
  const problems = validateBody(route.body, value);
  return problems.length === 0 ? { value } : { refusal: problemResponse(problems) };
}

/** First frame of an error's stack: says where without saying what, for messages may hold values. */
function placeOf(error: unknown): string | undefined {
  return error instanceof Error ? error.stack?.split("\n").find((line) => line.trimStart().startsWith("at "))?.trim() : undefined;
}
