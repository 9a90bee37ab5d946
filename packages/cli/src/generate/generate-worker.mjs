// Entry of a thread that generates a part of a catalogue: see `generate-in-threads.ts`.
import { parentPort, workerData } from "node:worker_threads";
import { register } from "tsx/esm/api";

register();
const [{ generateFolders }, { loadSources }, { Turns }] = await Promise.all([import("./generate-folders.ts"), import("../load-sources.ts"), import("../threads/turns.ts")]);
const { schemas, out } = workerData;
const known = await loadSources(schemas);
// A thread has no origin: this is no window.
// oxlint-disable-next-line unicorn/require-post-message-target-origin
parentPort?.once("message", async ({ items, turns }) => parentPort?.postMessage(await generateFolders({ schemas, out, folders: new Turns(turns).of(items) }, known)));
