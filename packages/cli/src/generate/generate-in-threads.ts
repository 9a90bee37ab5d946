import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { type GeneratedFolder, generateFolders, type GenerateRequest } from "./generate-folders.ts";

/** Folders below which a thread costs more than it saves: each loads the generator and the shared files anew. */
const WORTH_A_THREAD = 100;
/** Threads at most: each holds the shared files once more. */
const MOST_THREADS = 4;

/** Generates many folders on all processors; few, here. */
export async function generateInThreads(request: GenerateRequest): Promise<readonly GeneratedFolder[]> {
  const count = Math.min(availableParallelism(), MOST_THREADS, Math.floor(request.folders.length / WORTH_A_THREAD));
  if (count < 2) return generateFolders(request);
  const parts = Array.from({ length: count }, (_, part) => request.folders.filter((__, index) => index % count === part));
  return (await Promise.all(parts.map((folders) => inThread({ ...request, folders })))).flat();
}

function inThread(workerData: GenerateRequest): Promise<readonly GeneratedFolder[]> {
  // Text is made and thrown away all the time: room for it to die young.
  const worker = new Worker(new URL("generate-worker.mjs", import.meta.url), { workerData, resourceLimits: { maxYoungGenerationSizeMb: 128 } });
  return new Promise((resolve, reject) => {
    worker.once("message", resolve);
    worker.once("error", reject);
    worker.once("exit", (code) => reject(new Error(`a thread of the generation ended with ${code}`)));
  });
}
