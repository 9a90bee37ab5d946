import { describe, expect, it } from "vitest";
import { PROBLEMS } from "../problem-table.ts";
import { openApi } from "./open-api.ts";
import type { Route } from "./routes.ts";
import { routes } from "./routes.ts";

interface Operation {
  readonly operationId: string;
  readonly parameters: readonly { readonly name: string; readonly in: string }[];
  readonly security: readonly object[];
  readonly responses: Readonly<Record<string, { readonly description: string }>>;
}
type Document = { readonly openapi: string; readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>; readonly components: { readonly schemas: object } };

const document = openApi(routes, { title: "Motcua", version: "0.1.0" }) as unknown as Document;
const all: readonly Route[] = routes;

function operationOf({ path, method }: Route): Operation {
  const operation = document.paths[path]?.[method.toLowerCase()];
  if (operation === undefined) throw new Error(`${method} ${path} is not described`);
  return operation;
}

describe("the OpenAPI document", () => {
  it("describes every route once", () => {
    const operations = Object.entries(document.paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, { operationId }]) => `${method.toUpperCase()} ${path} ${operationId}`));
    expect(operations.sort()).toEqual(routes.map(({ method, path, operationId }) => `${method} ${path} ${operationId}`).sort());
    expect(new Set(routes.map(({ operationId }) => operationId)).size).toBe(routes.length);
  });

  it("names every parameter of a path, and the idempotency key where it is needed", () => {
    for (const route of all) {
      const { parameters } = operationOf(route);
      const inPath = parameters.filter((parameter) => parameter.in === "path").map(({ name }) => `{${name}}`);
      expect(inPath).toEqual(route.path.match(/\{\w+\}/g) ?? []);
      expect(parameters.some(({ name }) => name === "Idempotency-Key")).toBe(route.idempotent);
    }
  });

  it("resolves every reference", () => {
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name ?? "");
    expect(references.length).toBeGreaterThan(routes.length);
    for (const name of references) expect(Object.keys(document.components.schemas)).toContain(name);
  });

  it("asks for a token exactly where a person is needed", () => {
    for (const route of all) expect(document.paths[route.path]?.[route.method.toLowerCase()]?.security.length).toBe(route.auth === "person" ? 1 : 0);
  });

  it("gives every refusal under its own status", () => {
    for (const route of all) {
      const { responses } = operationOf(route);
      for (const code of route.problems) expect(responses[String(PROBLEMS[code].status)]?.description.split(", ")).toContain(code);
    }
  });
});
