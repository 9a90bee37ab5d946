// Entry of a thread that checks a part of a catalogue: see `check-in-threads.ts`.
import { parentPort, workerData } from "node:worker_threads";
import { register } from "tsx/esm/api";

register();
const [{ checkFolders }, { loadSources }, { Turns }] = await Promise.all([import("./check-folders.ts"), import("../load-sources.ts"), import("../threads/turns.ts")]);
const { schemas } = workerData;
const shared = await loadSources(schemas);
// A thread has no origin: this is no window.
// oxlint-disable-next-line unicorn/require-post-message-target-origin
parentPort?.once("message", async ({ items, turns }) => parentPort?.postMessage(await checkFolders({ schemas, folders: new Turns(turns).of(items) }, shared)));
