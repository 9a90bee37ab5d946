import { availableParallelism } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { type GeneratedFolder, generateFolders, type GenerateRequest } from "./generate-folders.ts";
import { signatureOf } from "./signature.ts";

/** Folders below which a thread costs more than it saves: each loads the generator and the shared files anew. */
const WORTH_A_THREAD = 100;
/** Threads at most: each holds the shared files once more. */
const MOST_THREADS = 4;

/** Generates many folders on all processors; few, here. */
export async function generateInThreads(request: GenerateRequest): Promise<readonly GeneratedFolder[]> {
  const count = Math.min(availableParallelism(), MOST_THREADS, Math.floor(request.folders.length / WORTH_A_THREAD));
  if (count < 2) return generateFolders(request);
  const parts = Array.from({ length: count }, (_, part) => request.folders.filter((__, index) => index % count === part));
  return settled((await Promise.all(parts.map((folders) => inThread({ ...request, folders })))).flat(), request.out);
}

/** Files that several procedures have may have been written by several threads, one after the other: the last one left the signature. */
function settled(done: readonly GeneratedFolder[], out: string): readonly GeneratedFolder[] {
  const signatures = new Map<string, string | undefined>();
  for (const path of done.flatMap(({ files }) => Object.keys(files))) signatures.set(path, signatures.has(path) ? (signatures.get(path) ?? signatureOf(join(out, path))) : undefined);
  return done.map((folder) => ({ ...folder, files: Object.fromEntries(Object.entries(folder.files).map(([path, signature]) => [path, signatures.get(path) ?? signature])) }));
}

function inThread(workerData: GenerateRequest): Promise<readonly GeneratedFolder[]> {
  // Text is made and thrown away all the time: room for it to die young.
  const worker = new Worker(new URL("generate-worker.mjs", import.meta.url), { workerData, resourceLimits: { maxYoungGenerationSizeMb: 64 } });
  return new Promise((resolve, reject) => {
    worker.once("message", resolve);
    worker.once("error", reject);
    worker.once("exit", (code) => reject(new Error(`a thread of the generation ended with ${code}`)));
  });
}
