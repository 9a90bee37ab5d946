import type { Sheet } from "./sheet.ts";

/** Smaller letters, tried where they save a page. */
const DENSE = 12 / 13;

/** A paper in its usual letters or, where that saves a page, in slightly smaller ones. `write` gets the factor. */
export async function fewestPages(write: (scale: number) => Sheet): Promise<Uint8Array> {
  const sheet = write(1);
  if (sheet.pages === 1) return sheet.finish();
  const dense = write(DENSE);
  return (dense.pages < sheet.pages ? dense : sheet).finish();
}
