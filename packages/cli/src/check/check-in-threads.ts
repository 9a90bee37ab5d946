import { availableParallelism } from "node:os";
import { setFlagsFromString } from "node:v8";
import { Worker } from "node:worker_threads";
import type { SharedSources } from "@motcua/procedure/compile";
import { type CheckedFolders, checkFolders, type FolderRequest } from "./check-folders.ts";

/** Folders below which a thread costs more than it saves: each compiles the contract and reads the shared files anew. */
const WORTH_A_THREAD = 300;
/** Threads at most: each holds the shared files once more. */
const MOST_THREADS = 4;
/** Megabytes for what is young: a procedure's parts are let go together, and collecting them half-way costs twice. */
const YOUNG = 64;
/**
 * Bytes of bytecode a function runs before V8 compiles it for speed, nine times what it is by default: every procedure
 * brings functions and shapes of its own, and compiling what is thrown away with it costs a tenth of the whole.
 */
const BEFORE_OPTIMISING = 600_000;

/** Checks the procedures of many folders on all processors; of few, here, with the shared files that are `known`. */
export async function checkInThreads({ schemas, folders }: FolderRequest, known: SharedSources): Promise<CheckedFolders> {
  const count = Math.min(availableParallelism(), MOST_THREADS, Math.floor(folders.length / WORTH_A_THREAD));
  if (count < 2) return checkFolders({ schemas, folders }, known);
  setFlagsFromString(`--interrupt-budget=${BEFORE_OPTIMISING}`);
  const parts = Array.from({ length: count }, (_, part) => folders.filter((__, index) => index % count === part));
  const checked = await Promise.all(parts.map((part) => inThread({ schemas, folders: part })));
  return {
    kept: checked.flatMap(({ kept }) => kept).toSorted((a, b) => (a.folder < b.folder ? -1 : 1)),
    samples: checked.reduce((sum, { samples }) => sum + samples, 0),
    problems: checked.flatMap(({ problems }) => problems),
  };
}

function inThread(workerData: FolderRequest): Promise<CheckedFolders> {
  const worker = new Worker(new URL("check-worker.mjs", import.meta.url), { workerData, resourceLimits: { maxYoungGenerationSizeMb: YOUNG } });
  return new Promise((resolve, reject) => {
    worker.once("message", resolve);
    worker.once("error", reject);
    worker.once("exit", (code) => reject(new Error(`a thread of the check ended with ${code}`)));
  });
}
