import type { IncomingMessage } from "node:http";
import { AwsError } from "../aws-error.ts";

/** The whole body of a request. @throws AwsError 413 past `limit` bytes */
export function readBody(incoming: IncomingMessage, limit: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    incoming.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size > limit) reject(new AwsError("RequestEntityTooLarge", "Request Entity Too Large", { status: 413 }));
      else chunks.push(chunk);
    });
    incoming.on("end", () => resolve(Buffer.concat(chunks)));
    incoming.on("error", reject);
  });
}
