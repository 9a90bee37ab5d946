import { stableId } from "../assembly/stable-id.ts";
import type { NamedResource, ResourceKind } from "./resource-kind.ts";

const id = (resource: NamedResource) => stableId(`api ${resource.stack} ${resource.logicalId}`, 10);

/** An HTTP API of API Gateway. */
export const httpApi: ResourceKind = {
  types: ["AWS::ApiGatewayV2::Api"],
  ref: id,
  attributes: {
    ApiId: id,
    ApiEndpoint: (resource) => `https://${id(resource)}.execute-api.${resource.region}.amazonaws.com`,
  },
};
