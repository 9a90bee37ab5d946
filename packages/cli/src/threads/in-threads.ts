import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { Turns } from "./turns.ts";

/** Threads at most: each holds the shared files once more. */
const MOST_THREADS = 4;

/** Threads to start. */
export interface ThreadsToStart {
  /** Entry of a thread: loads what it needs, gets {@link ThreadWork} as its one message, and posts its answer. */
  readonly entry: URL;
  readonly count: number;
  /** Megabytes for what is young: what belongs to one item is let go together, and collecting it half-way costs twice. */
  readonly young: number;
  /** What a thread needs to know to load: its `workerData`. */
  readonly given: object;
}

/** What a thread gets to do. */
export interface ThreadWork<Item> {
  /** What is looked at, each by one of the threads. */
  readonly items: readonly Item[];
  /** Where the threads take their turns: see {@link Turns}. */
  readonly turns: SharedArrayBuffer;
}

/** Threads that have begun to load. */
export interface Threads<Item, Answer> {
  /** The answers of all threads, once. They share the items by turns: none waits for another that met the harder ones. */
  readonly run: (items: readonly Item[]) => Promise<readonly Answer[]>;
  /** Ends them where there is nothing to do after all. */
  readonly end: () => void;
}

/** How many threads so many items are worth, by the items below which one costs more than it saves: each loads code and shared files anew. One means none. */
export function threadsFor(items: number, worth: number): number {
  return Math.max(1, Math.min(availableParallelism(), MOST_THREADS, Math.floor(items / worth)));
}

/** Starts threads: they load while whoever started them finds out what there is to do. */
export function startThreads<Item, Answer>({ entry, count, young, given }: ThreadsToStart): Threads<Item, Answer> {
  const threads = Array.from({ length: count }, () => begin<Answer>(new Worker(entry, { workerData: given, resourceLimits: { maxYoungGenerationSizeMb: young } })));
  return {
    run: (items) => {
      const work: ThreadWork<Item> = { items, turns: Turns.begin() };
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
      for (const { worker } of threads) worker.postMessage(work);
      return Promise.all(threads.map(({ answer }) => answer));
    },
    end: () => {
      for (const { worker } of threads) void worker.terminate();
    },
  };
}

function begin<Answer>(worker: Worker): { readonly worker: Worker; readonly answer: Promise<Answer> } {
  const answer = new Promise<Answer>((resolve, reject) => {
    worker.once("message", resolve);
    worker.once("error", reject);
    worker.once("exit", (code) => reject(new Error(`a thread ended with ${code}`)));
  });
  // Nobody may have asked when it fails: whoever runs it is told.
  answer.catch(() => undefined);
  return { worker, answer };
}
