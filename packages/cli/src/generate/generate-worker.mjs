// Entry of a thread that generates a part of a catalogue: see `generate-in-threads.ts`.
import { parentPort, workerData } from "node:worker_threads";
import { register } from "tsx/esm/api";

register();
const { generateFolders } = await import("./generate-folders.ts");
parentPort?.postMessage(await generateFolders(workerData));
