import { stableId } from "../assembly/stable-id.ts";
import type { ResourceKind } from "./resource-kind.ts";

/** Routes, integrations, authorizers and stages of an HTTP API. */
export const httpApiPart: ResourceKind = {
  types: [
    "AWS::ApiGatewayV2::Route",
    "AWS::ApiGatewayV2::Integration",
    "AWS::ApiGatewayV2::Authorizer",
    "AWS::ApiGatewayV2::Stage",
  ],
  ref: (resource) => stableId(`part ${resource.stack} ${resource.logicalId}`, 7),
};
