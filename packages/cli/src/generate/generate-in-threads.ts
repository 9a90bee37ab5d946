import { inThreads, threadsFor } from "../threads/in-threads.ts";
import { type GeneratedFolder, generateFolders, type GenerateRequest, type NamedFolder } from "./generate-folders.ts";

const WORTH_A_THREAD = 100;
const YOUNG_MEGABYTES = 128;

/** Generates many folders on all processors; few, here. In the order of the folders. */
export async function generateInThreads({ schemas, out, folders }: GenerateRequest & { readonly folders: readonly NamedFolder[] }): Promise<readonly GeneratedFolder[]> {
  if (threadsFor(folders.length, WORTH_A_THREAD) === 1) return generateFolders({ schemas, out, folders });
  const done = await inThreads<NamedFolder, readonly GeneratedFolder[]>({ entry: new URL("generate-worker.mjs", import.meta.url), items: folders, worth: WORTH_A_THREAD, young: YOUNG_MEGABYTES, given: { schemas, out } });
  const places = new Map(folders.map(({ folder }, index) => [folder, index]));
  return done.flat().toSorted((a, b) => (places.get(a.folder) ?? 0) - (places.get(b.folder) ?? 0));
}
