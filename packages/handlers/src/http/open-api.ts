import { PROBLEMS } from "../problem-table.ts";
import type { HandlerProblemCode } from "../problem-table.ts";
import { ANSWER_SCHEMAS } from "./answer-schemas.ts";
import type { Route } from "./routes.ts";

type Json = Readonly<Record<string, unknown>>;

/** Codes any route may refuse with, by what it is. */
const ALWAYS: readonly HandlerProblemCode[] = ["internal-error"];
const WITH_BODY: readonly HandlerProblemCode[] = ["invalid-json", "invalid-request", "body-too-large"];
const WITH_PERSON: readonly HandlerProblemCode[] = ["sign-in-required"];

/** The OpenAPI 3.1 document of a set of routes. */
export function openApi(table: readonly Route[], info: { readonly title: string; readonly version: string }): Json {
  const paths: Record<string, Record<string, Json>> = {};
  for (const route of table) (paths[route.path] ??= {})[route.method.toLowerCase()] = operation(route);
  return {
    openapi: "3.1.0",
    info,
    paths,
    components: {
      schemas: ANSWER_SCHEMAS,
      securitySchemes: { person: { type: "http", scheme: "bearer", bearerFormat: "JWT" } },
    },
  };
}

function operation(route: Route): Json {
  return {
    operationId: route.operationId,
    summary: route.summary.vi,
    description: route.summary.en,
    security: route.auth === "person" ? [{ person: [] }] : [],
    parameters: parameters(route),
    ...(route.body === undefined ? {} : { requestBody: { required: true, content: { "application/json": { schema: route.body } } } }),
    responses: { "200": success(route), ...refusals(route) },
  };
}

function parameters(route: Route): readonly Json[] {
  const inPath = [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({ name, in: "path", required: true, schema: { type: "string" } }));
  const inQuery = Object.entries(route.query ?? {}).map(([name, schema]) => ({ name, in: "query", required: true, schema }));
  const optional = Object.entries(route.optionalQuery ?? {}).map(([name, schema]) => ({ name, in: "query", required: false, schema }));
  const key = { name: "Idempotency-Key", in: "header", required: true, schema: { type: "string", minLength: 16, maxLength: 200 } };
  return [...inPath, ...inQuery, ...optional, ...(route.idempotent ? [key] : [])];
}

function success({ response }: Route): Json {
  if (response === "pdf") return { description: "PDF", content: { "application/pdf": { schema: { type: "string", format: "binary" } } } };
  return { description: "OK", content: { "application/json": { schema: { $ref: `#/components/schemas/${response}` } } } };
}

function refusals(route: Route): Json {
  const codes = [...route.problems, ...ALWAYS, ...(route.body === undefined ? [] : WITH_BODY), ...(route.auth === "person" ? WITH_PERSON : [])];
  const byStatus: Record<string, string[]> = {};
  for (const code of codes) (byStatus[String(PROBLEMS[code].status)] ??= []).push(code);
  if (route.body !== undefined) (byStatus["422"] ??= []).push("problems of the form, its documents or the decision");
  const content = { "application/problem+json": { schema: { $ref: "#/components/schemas/Problems" } } };
  return Object.fromEntries(Object.entries(byStatus).map(([status, names]) => [status, { description: names.join(", "), content }]));
}
