import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { Turns } from "./turns.ts";

/** Threads at most: each holds the shared files once more. */
const MOST_THREADS = 4;

/** What to do in threads. */
export interface ThreadedWork<Item> {
  /** Entry of a thread: gets {@link ThreadData}, and posts its answer. */
  readonly entry: URL;
  /** What is looked at, each by one of the threads. */
  readonly items: readonly Item[];
  /** Items below which a thread costs more than it saves: each loads code and shared files anew. */
  readonly worth: number;
  /** Megabytes for what is young: what belongs to one item is let go together, and collecting it half-way costs twice. */
  readonly young: number;
  /** Whatever else a thread needs to know. */
  readonly given: object;
}

/** What a thread begins with. */
export interface ThreadData<Item> {
  readonly items: readonly Item[];
  /** Where the threads take their turns: see {@link Turns}. */
  readonly turns: SharedArrayBuffer;
}

/** How many threads so many items are worth; one means none. */
export function threadsFor(items: number, worth: number): number {
  return Math.max(1, Math.min(availableParallelism(), MOST_THREADS, Math.floor(items / worth)));
}

/** The answers of all threads. They share the items by turns: none waits for another that met the harder ones. */
export async function inThreads<Item, Answer>({ entry, items, worth, young, given }: ThreadedWork<Item>): Promise<readonly Answer[]> {
  const workerData = { ...given, items, turns: Turns.begin() } satisfies ThreadData<Item>;
  return Promise.all(Array.from({ length: threadsFor(items.length, worth) }, () => inThread<Answer>(new Worker(entry, { workerData, resourceLimits: { maxYoungGenerationSizeMb: young } }))));
}

function inThread<Answer>(worker: Worker): Promise<Answer> {
  return new Promise((resolve, reject) => {
    worker.once("message", resolve);
    worker.once("error", reject);
    worker.once("exit", (code) => reject(new Error(`a thread ended with ${code}`)));
  });
}
