// Entry of a thread that generates a part of a catalogue: see `generate-in-threads.ts`.
import { parentPort, workerData } from "node:worker_threads";
import { register } from "tsx/esm/api";

register();
const [{ generateFolders }, { Turns }] = await Promise.all([import("./generate-folders.ts"), import("../threads/turns.ts")]);
const { schemas, out, items, turns } = workerData;
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
parentPort?.postMessage(await generateFolders({ schemas, out, folders: new Turns(turns).of(items) }));
