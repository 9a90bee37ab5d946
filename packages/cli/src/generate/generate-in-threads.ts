import { setFlagsFromString } from "node:v8";
import { startThreads, threadsFor } from "../threads/in-threads.ts";
import type { GeneratedFolder, GenerateRequest, NamedFolder } from "./generate-folders.ts";

const WORTH_A_THREAD = 100;
const YOUNG_MEGABYTES = 128;
/**
 * How V8 compiles what generates: later than by default, and with less of one function put into another. Thousands of small
 * functions run for less than a minute, and compiling them for speed took a fifth of it; measured, all of it gains a tenth.
 */
const COMPILING = ["--interrupt-budget=264000", "--max-inlined-bytecode-size-cumulative=200", "--max-inlined-bytecode-size=200"];

/** A generator that is being loaded. */
export interface LoadingGenerator {
  /** Generates folders, once. In their order. */
  readonly generate: (folders: readonly NamedFolder[]) => Promise<readonly GeneratedFolder[]>;
  /** Lets it go where there is nothing to generate after all. */
  readonly end: () => void;
}

/** Begins to load what generates about so many folders: threads on all processors where they are many, else the generator here, when it is used. */
export function startGenerator({ schemas, out }: Omit<GenerateRequest, "folders">, expected: number): LoadingGenerator {
  const count = threadsFor(expected, WORTH_A_THREAD);
  if (count === 1) return { generate: async (folders) => (await import("./generate-folders.ts")).generateFolders({ schemas, out, folders }), end: () => undefined };
  for (const flag of COMPILING) setFlagsFromString(flag);
  const threads = startThreads<NamedFolder, readonly GeneratedFolder[]>({ entry: new URL("generate-worker.mjs", import.meta.url), count, young: YOUNG_MEGABYTES, given: { schemas, out } });
  return {
    generate: async (folders) => {
      const places = new Map(folders.map(({ folder }, index) => [folder, index]));
      return (await threads.run(folders)).flat().toSorted((a, b) => (places.get(a.folder) ?? 0) - (places.get(b.folder) ?? 0));
    },
    end: threads.end,
  };
}
