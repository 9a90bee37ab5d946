import { randomUUID } from "node:crypto";

/** Which wait of which frame a token stands for. */
export interface TokenPlace {
  readonly executionArn: string;
  readonly frame: number;
  readonly serial: number;
}

/** A token that says its place, so that a used one is told from one never issued, and carries 122 random bits. */
export function newTaskToken({ executionArn, frame, serial }: TokenPlace): string {
  return Buffer.from(JSON.stringify([executionArn, frame, serial, randomUUID()])).toString("base64url");
}

/** The place in a token; undefined for a text that is no token. */
export function readTaskToken(token: string): TokenPlace | undefined {
  try {
    const [executionArn, frame, serial] = JSON.parse(Buffer.from(token, "base64url").toString("utf8")) as readonly unknown[];
    return typeof executionArn === "string" && typeof frame === "number" && typeof serial === "number" ? { executionArn, frame, serial } : undefined;
  } catch {
    return undefined;
  }
}

/** Whether a resource hands out a token and waits for its answer. */
export function waitsForToken(resource: string | undefined): boolean {
  return resource?.endsWith(".waitForTaskToken") ?? false;
}
