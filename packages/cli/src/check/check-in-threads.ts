import { setFlagsFromString } from "node:v8";
import { startThreads, threadsFor } from "../threads/in-threads.ts";
import type { CheckedFolders, FolderRequest } from "./check-folders.ts";

const WORTH_A_THREAD = 300;
const YOUNG_MEGABYTES = 64;
/**
 * Bytes of bytecode a function runs before V8 compiles it for speed, nine times what it is by default: every procedure
 * brings functions and shapes of its own, and compiling what is thrown away with it costs a tenth of the whole.
 */
const BEFORE_OPTIMISING = 600_000;

/** Checks the procedures of many folders on all processors; `undefined` for so few that threads cost more than they save. */
export function checkInThreads({ schemas, folders }: FolderRequest & { readonly folders: readonly string[] }): Promise<CheckedFolders> | undefined {
  const count = threadsFor(folders.length, WORTH_A_THREAD);
  if (count === 1) return undefined;
  setFlagsFromString(`--interrupt-budget=${BEFORE_OPTIMISING}`);
  const threads = startThreads<string, CheckedFolders>({ entry: new URL("check-worker.mjs", import.meta.url), count, young: YOUNG_MEGABYTES, given: { schemas } });
  return threads.run(folders).then(together);
}

function together(parts: readonly CheckedFolders[]): CheckedFolders {
  return {
    kept: parts.flatMap(({ kept }) => kept).toSorted((a, b) => (a.folder < b.folder ? -1 : 1)),
    samples: parts.reduce((sum, { samples }) => sum + samples, 0),
    problems: parts.flatMap(({ problems }) => problems),
  };
}
