import { type ChildProcess, fork } from "node:child_process";
import { randomUUID } from "node:crypto";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { FunctionError } from "./function-error.ts";
import type { LocalFunction } from "./read-functions.ts";

const BOOTSTRAP = fileURLToPath(new URL("./bootstrap.mjs", import.meta.url));

/** A child process that holds one function and answers one invocation at a time. */
export interface FunctionProcess {
  /** @throws FunctionError when the handler throws, runs out of time, or the process ends */
  readonly invoke: (event: unknown, offset: number) => Promise<unknown>;
  readonly alive: () => boolean;
  readonly kill: () => void;
}

/** Options of {@link startFunctionProcess}. */
export interface FunctionProcessOptions {
  readonly fn: LocalFunction;
  readonly environment: Readonly<Record<string, string>>;
  readonly onLine: (text: string, error: boolean) => void;
}

interface Answer {
  readonly id: string;
  readonly value?: unknown;
  readonly error?: { readonly errorType: string; readonly errorMessage: string; readonly trace: readonly string[] };
}

/** Starts the child; the handler loads at once, so that the first invocation finds it warm or waits. */
export function startFunctionProcess({ fn, environment, onLine }: FunctionProcessOptions): FunctionProcess {
  // A group of its own: Ctrl-C in the terminal is for the shop alone, which ends its functions in order.
  const child = fork(BOOTSTRAP, [], { detached: true, cwd: fn.directory, env: { ...environment }, execArgv: [], stdio: ["ignore", "pipe", "pipe", "ipc"] });
  for (const [stream, error] of [[child.stdout, false], [child.stderr, true]] as const) {
    if (stream !== null) createInterface({ input: stream }).on("line", (text) => onLine(text, error));
  }
  const waiting = new Map<string, { readonly resolve: (value: unknown) => void; readonly reject: (error: FunctionError) => void }>();
  child.on("message", ({ id, value, error }: Answer) => {
    const call = waiting.get(id);
    waiting.delete(id);
    if (error === undefined) call?.resolve(value);
    else call?.reject(new FunctionError(error.errorType, error.errorMessage, error.trace));
  });
  child.on("exit", (code, signal) => {
    for (const { reject } of waiting.values()) reject(new FunctionError("Runtime.ExitError", `the process ended: ${signal ?? code}`));
    waiting.clear();
  });
  return {
    alive: () => child.connected && child.exitCode === null,
    kill: () => void child.kill("SIGKILL"),
    invoke: async (event, offset) => {
      const id = randomUUID();
      const timer = setTimeout(() => {
        waiting.get(id)?.reject(new FunctionError("Sandbox.Timedout", `Task timed out after ${fn.timeoutSeconds}.00 seconds`));
        waiting.delete(id);
        child.kill("SIGKILL");
      }, fn.timeoutSeconds * 1000);
      try {
        return await new Promise((resolve, reject) => {
          waiting.set(id, { resolve, reject });
          sendTo(child, { id, event, offset, deadline: Date.now() + fn.timeoutSeconds * 1000, context: contextOf(fn, id) }, reject);
        });
      } finally {
        clearTimeout(timer);
      }
    },
  };
}

function sendTo(child: ChildProcess, message: object, reject: (error: FunctionError) => void): void {
  if (!child.connected) return reject(new FunctionError("Runtime.ExitError", "the process has ended"));
  child.send(message, (error) => {
    if (error !== null) reject(new FunctionError("Runtime.ExitError", error.message));
  });
}

function contextOf(fn: LocalFunction, awsRequestId: string): object {
  return {
    awsRequestId,
    functionName: fn.name,
    functionVersion: "$LATEST",
    invokedFunctionArn: fn.arn,
    memoryLimitInMB: String(fn.memoryMegabytes),
    logGroupName: fn.logGroup,
    callbackWaitsForEmptyEventLoop: true,
  };
}
