import { Agent, request } from "node:http";
import { AwsError } from "../aws-error.ts";

/** An answer of the engine, unparsed. */
export interface EngineAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** Calls the DynamoDB engine behind the endpoint. */
export interface EngineClient {
  /** `target` as in `X-Amz-Target`, `DynamoDB_20120810.PutItem`. */
  readonly send: (target: string, body: Buffer | string) => Promise<EngineAnswer>;
  /** As `send`, parsed. @throws AwsError with the engine's own code */
  readonly call: <Output>(operation: string, input: unknown) => Promise<Output>;
  readonly close: () => void;
}

/** The engine checks no signature, only that there is one. */
const AUTHORIZATION =
  "AWS4-HMAC-SHA256 Credential=local/20260101/ap-southeast-1/dynamodb/aws4_request, SignedHeaders=host;x-amz-date;x-amz-target, Signature=0";

function errorIn(value: unknown, status: number): AwsError {
  const { __type: type = "", message, Message } = value as Readonly<Record<string, string>>;
  return new AwsError(type.split("#").at(-1) ?? type, message ?? Message ?? "", { status });
}

/** A client that keeps its connections. */
export function createEngineClient(port: number, region: string): EngineClient {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const send: EngineClient["send"] = (target, body) =>
    new Promise((resolve, reject) => {
      const headers = {
        "content-type": "application/x-amz-json-1.0",
        "x-amz-target": target,
        "x-amz-date": new Date().toISOString().replaceAll(/[-:]|\.\d{3}/g, ""),
        authorization: AUTHORIZATION.replace("ap-southeast-1", region),
        "content-length": Buffer.byteLength(body),
      };
      const outgoing = request({ host: "127.0.0.1", port, method: "POST", path: "/", headers, agent }, (incoming) => {
        const chunks: Buffer[] = [];
        incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
        incoming.on("end", () => {
          const kept = Object.entries(incoming.headers).filter(([name]) => name === "content-type" || name.startsWith("x-amz"));
          resolve({ status: incoming.statusCode ?? 500, headers: Object.fromEntries(kept) as Record<string, string>, body: Buffer.concat(chunks) });
        });
        incoming.on("error", reject);
      });
      outgoing.on("error", reject);
      outgoing.end(body);
    });
  return {
    send,
    call: async <Output>(operation: string, input: unknown) => {
      const target = operation.includes(".") ? operation : `DynamoDB_20120810.${operation}`;
      const { status, body } = await send(target, JSON.stringify(input));
      const value: unknown = JSON.parse(body.toString("utf8"));
      if (status !== 200) throw errorIn(value, status);
      return value as Output;
    },
    close: () => agent.destroy(),
  };
}
