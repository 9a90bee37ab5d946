// Entry of a thread that checks a part of a catalogue: see `check-in-threads.ts`.
import { parentPort, workerData } from "node:worker_threads";
import { register } from "tsx/esm/api";

register();
const [{ checkFolders }, { Turns }] = await Promise.all([import("./check-folders.ts"), import("../threads/turns.ts")]);
const { schemas, items, turns } = workerData;
// A thread has no origin: this is no window.
// oxlint-disable-next-line unicorn/require-post-message-target-origin
parentPort?.postMessage(await checkFolders({ schemas, folders: new Turns(turns).of(items) }));
