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

/** As on Lambda, loading the handler is not counted towards the timeout, up to this long. */
const INITIALISATION_MS = 10_000;

/** Undefined `id`: the handler has been loaded, or failed to. */
interface Answer {
  readonly id?: string;
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
  let initialise: () => void;
  const initialised = new Promise<void>((resolve) => {
    initialise = resolve;
    setTimeout(resolve, INITIALISATION_MS).unref();
  });
  child.on("message", ({ id, value, error }: Answer) => {
    if (id === undefined) return initialise();
    afterOutput(() => {
      const call = waiting.get(id);
      waiting.delete(id);
      if (error === undefined) call?.resolve(value);
      else call?.reject(new FunctionError(error.errorType, error.errorMessage, error.trace));
    });
  });
  child.on("exit", (code, signal) => {
    for (const { reject } of waiting.values()) reject(new FunctionError("Runtime.ExitError", `the process ended: ${signal ?? code}`));
    waiting.clear();
    initialise();
  });
  return {
    // A killed child stays connected until the system has ended it: it must not be handed another call.
    alive: () => child.connected && !child.killed && child.exitCode === null,
    kill: () => void child.kill("SIGKILL"),
    invoke: async (event, offset) => {
      const id = randomUUID();
      let timer: NodeJS.Timeout | undefined;
      const limit = fn.timeoutSeconds * 1000;
      const begin = (reject: (error: FunctionError) => void): void => {
        timer = setTimeout(() => {
          reject(new FunctionError("Sandbox.Timedout", `Task timed out after ${fn.timeoutSeconds}.00 seconds`));
          waiting.delete(id);
          child.kill("SIGKILL");
        }, limit);
        sendTo(child, { id, event, offset, deadline: Date.now() + limit, context: contextOf(fn, id) }, reject);
      };
      try {
        return await new Promise((resolve, reject) => {
          waiting.set(id, { resolve, reject });
          void initialised.then(() => waiting.has(id) && begin(reject));
        });
      } finally {
        clearTimeout(timer);
      }
    },
  };
}

/** What a call printed lies in its pipes when the answer comes by another way: one turn of the loop reads it, so that a log is whole once its call has ended. */
function afterOutput(settle: () => void): void {
  setImmediate(() => setImmediate(settle));
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
