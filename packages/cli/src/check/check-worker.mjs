// Entry of a thread that checks a part of a catalogue: see `check-in-threads.ts`.
import { parentPort, workerData } from "node:worker_threads";
import { register } from "tsx/esm/api";

register();
const { checkFolders } = await import("./check-folders.ts");
// A thread has no origin: this is no window.
// oxlint-disable-next-line unicorn/require-post-message-target-origin
parentPort?.postMessage(await checkFolders(workerData));
