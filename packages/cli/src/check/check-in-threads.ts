import { setFlagsFromString } from "node:v8";
import type { SharedSources } from "@motcua/procedure/compile";
import { inThreads, threadsFor } from "../threads/in-threads.ts";
import { type CheckedFolders, checkFolders, type FolderRequest } from "./check-folders.ts";

const WORTH_A_THREAD = 300;
const YOUNG_MEGABYTES = 64;
/**
 * Bytes of bytecode a function runs before V8 compiles it for speed, nine times what it is by default: every procedure
 * brings functions and shapes of its own, and compiling what is thrown away with it costs a tenth of the whole.
 */
const BEFORE_OPTIMISING = 600_000;

/** Checks the procedures of many folders on all processors; of few, here, with the shared files that are `known`. */
export async function checkInThreads({ schemas, folders }: FolderRequest & { readonly folders: readonly string[] }, known: SharedSources): Promise<CheckedFolders> {
  if (threadsFor(folders.length, WORTH_A_THREAD) === 1) return checkFolders({ schemas, folders }, known);
  setFlagsFromString(`--interrupt-budget=${BEFORE_OPTIMISING}`);
  const checked = await inThreads<string, CheckedFolders>({ entry: new URL("check-worker.mjs", import.meta.url), items: folders, worth: WORTH_A_THREAD, young: YOUNG_MEGABYTES, given: { schemas } });
  return {
    kept: checked.flatMap(({ kept }) => kept).toSorted((a, b) => (a.folder < b.folder ? -1 : 1)),
    samples: checked.reduce((sum, { samples }) => sum + samples, 0),
    problems: checked.flatMap(({ problems }) => problems),
  };
}
