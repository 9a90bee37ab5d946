import { expect, test } from "vitest";
import type { Resource } from "../assembly/read-model.ts";
import { readHttpApis } from "./http-route.ts";

function apiWith(keys: readonly string[]) {
  const resource = (type: string, ref: string, properties: object): Resource => ({ stack: "S", logicalId: ref, type, region: "r", account: "1", ref, arn: ref, properties: properties as never });
  const resources = [
    resource("AWS::ApiGatewayV2::Api", "api", {}),
    resource("AWS::ApiGatewayV2::Integration", "int", { IntegrationType: "AWS_PROXY", PayloadFormatVersion: "2.0", IntegrationUri: "arn:fn" }),
    ...keys.map((RouteKey) => resource("AWS::ApiGatewayV2::Route", RouteKey, { ApiId: "api", RouteKey, Target: "integrations/int" })),
  ];
  const model = { ofType: (...types: readonly string[]) => resources.filter(({ type }) => types.includes(type)) };
  const [api] = readHttpApis(model);
  return (method: string, path: string) => {
    for (const route of api?.routes ?? []) {
      const parameters = route.match(method, path);
      if (parameters !== undefined) return [route.key, parameters];
    }
    return undefined;
  };
}

const find = apiWith(["GET /", "GET /{proxy+}", "GET /api/{proxy+}", "GET /api/procedures", "GET /api/dossiers/{code}", "ANY /any", "POST /api/{proxy+}"]);

test.each([
  ["GET", "/", ["GET /", {}]],
  ["GET", "/a/b", ["GET /{proxy+}", { proxy: "a/b" }]],
  ["GET", "/api/procedures", ["GET /api/procedures", {}]],
  ["GET", "/api/dossiers/H1", ["GET /api/dossiers/{code}", { code: "H1" }]],
  ["GET", "/api/dossiers/H1/log", ["GET /api/{proxy+}", { proxy: "dossiers/H1/log" }]],
  ["DELETE", "/any", ["ANY /any", {}]],
  ["POST", "/elsewhere", undefined],
])("%s %s goes to the most specific route", (method, path, expected) => {
  expect(find(method, path)).toEqual(expected);
});
