import type { Grants } from "../iam/grants.ts";
import type { Principal } from "../iam/principal.ts";
import type { RuntimeLog } from "../runtime/runtime-log.ts";
import type { Usage } from "../runtime/usage.ts";
import { FunctionError } from "./function-error.ts";
import { type FunctionProcess, startFunctionProcess } from "./function-process.ts";
import type { LocalFunction } from "./read-functions.ts";

/** Every function of the assembly, each with as many warm processes as its calls need. */
export interface FunctionPool {
  readonly functions: readonly LocalFunction[];
  /**
   * Runs a function for whoever is `by`, judged first: a role's own policies, or the function's permissions for a service.
   * @throws AwsError when refused; FunctionError when the function fails
   */
  readonly invoke: (call: Invocation) => Promise<unknown>;
  /** Invocations under way, those held back included. */
  readonly running: () => number;
  /** Holds back the calls of functions whose logical id begins with a name, until the answer is called. */
  readonly hold: (name: string) => () => void;
  readonly close: () => void;
}

/** One call of a function. */
export interface Invocation {
  /** ARN or name, version suffix allowed. */
  readonly functionArn: string;
  readonly event: unknown;
  readonly by: Principal;
  /** ARN the call comes from, for `aws:SourceArn`. */
  readonly sourceArn?: string;
}

/** Options of {@link createFunctionPool}. */
export interface FunctionPoolOptions {
  readonly functions: readonly LocalFunction[];
  readonly environmentOf: (fn: LocalFunction) => Readonly<Record<string, string>>;
  readonly principalOf: (fn: LocalFunction) => Principal;
  readonly offset: () => number;
  readonly grants: Grants;
  readonly usage: Usage;
  readonly log: RuntimeLog;
}

/** Processes a function may have at once; further calls wait. */
const CONCURRENCY = 4;

/** Creates the pool; no process runs until a function is called. */
export function createFunctionPool(options: FunctionPoolOptions): FunctionPool {
  const lanes = new Map(options.functions.map((fn) => [fn.arn, createLane(fn, options)]));
  const held = new Map<string, Promise<void>>();
  let running = 0;
  return {
    functions: options.functions,
    running: () => running,
    hold: (name) => {
      const { promise, resolve } = openGate();
      held.set(name, promise);
      return () => {
        held.delete(name);
        resolve();
      };
    },
    close: () => {
      for (const lane of lanes.values()) lane.close();
    },
    invoke: async ({ functionArn, event, by, sourceArn }) => {
      const fn = options.functions.find(({ arn, name }) => functionArn === name || functionArn === arn || functionArn.startsWith(`${arn}:`));
      const lane = fn === undefined ? undefined : lanes.get(fn.arn);
      if (fn === undefined || lane === undefined) throw new FunctionError("ResourceNotFoundException", `Function not found: ${functionArn}`);
      options.grants.demand(by, {
        actions: ["lambda:InvokeFunction"],
        resource: fn.arn,
        ...(sourceArn === undefined ? {} : { context: { "aws:SourceArn": sourceArn } }),
      });
      running += 1;
      try {
        for (const [name, released] of held) if (fn.logicalId.startsWith(name)) await released;
        return await lane.run(event);
      } finally {
        running -= 1;
      }
    },
  };
}

function openGate(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve = (): void => undefined;
  const promise = new Promise<void>((open) => {
    resolve = open;
  });
  return { promise, resolve };
}

interface Lane {
  readonly run: (event: unknown) => Promise<unknown>;
  readonly close: () => void;
}

function createLane(fn: LocalFunction, options: FunctionPoolOptions): Lane {
  const idle: FunctionProcess[] = [];
  const all = new Set<FunctionProcess>();
  const queue: { readonly take: (process: FunctionProcess) => void; readonly refuse: (error: FunctionError) => void }[] = [];
  const onLine = lineWriter(fn, options);
  let closed = false;
  const start = (): FunctionProcess => {
    const process = startFunctionProcess({ fn, environment: options.environmentOf(fn), onLine });
    all.add(process);
    return process;
  };
  const take = async (): Promise<FunctionProcess> => {
    if (closed) throw new FunctionError("Runtime.ExitError", "the shop has closed");
    const warm = idle.pop();
    if (warm?.alive() === true) return warm;
    if (warm !== undefined) all.delete(warm);
    if (all.size < CONCURRENCY) return start();
    return new Promise((resolve, reject) => queue.push({ take: resolve, refuse: reject }));
  };
  const give = (process: FunctionProcess): void => {
    if (!process.alive()) all.delete(process);
    const next = queue.shift();
    if (next !== undefined) next.take(process.alive() ? process : start());
    else if (process.alive()) idle.push(process);
  };
  return {
    close: () => {
      closed = true;
      for (const process of all) process.kill();
      for (const { refuse } of queue.splice(0)) refuse(new FunctionError("Runtime.ExitError", "the shop has closed"));
    },
    run: async (event) => {
      const process = await take();
      const started = performance.now();
      let failed = true;
      try {
        const value = await process.invoke(event, options.offset());
        failed = false;
        return value;
      } catch (error) {
        if (!closed) options.log.write(fn.logicalId, `${(error as FunctionError).errorType}: ${(error as Error).message}`, "error");
        throw error;
      } finally {
        options.usage.invocation(fn.logicalId, performance.now() - started, failed);
        if (!closed) give(process);
      }
    },
  };
}

/** What a function prints reaches its log group only if its role may write there, as on AWS. */
function lineWriter(fn: LocalFunction, { grants, log, principalOf }: FunctionPoolOptions): (text: string, error: boolean) => void {
  let allowed: boolean | undefined;
  return (text) => {
    allowed ??= ["logs:CreateLogStream", "logs:PutLogEvents"].every((action) =>
      grants.permits(principalOf(fn), { actions: [action], resource: fn.logStreamArn }),
    );
    if (allowed) log.write(fn.logicalId, text);
  };
}
