import type { IncomingMessage } from "node:http";
import type { Principal } from "../iam/principal.ts";

/** A call to the local AWS endpoint, its caller known. */
export interface AwsRequest {
  readonly method: string;
  /** Path and query as sent. */
  readonly url: URL;
  readonly headers: IncomingMessage["headers"];
  readonly body: Buffer;
  readonly principal: Principal;
}

/** An answer of the local AWS endpoint. */
export interface AwsResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | string;
}

/** One AWS service with a JSON protocol: operation name → what it does with the parsed body. */
export type JsonOperations = Readonly<Record<string, (input: Readonly<Record<string, never>>, principal: Principal) => unknown>>;

/** A JSON answer of an AWS service. */
export function jsonResponse(value: unknown, version: "1.0" | "1.1" = "1.0"): AwsResponse {
  return { status: 200, headers: { "content-type": `application/x-amz-json-${version}` }, body: JSON.stringify(value ?? {}) };
}
