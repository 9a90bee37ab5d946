import { copyFile, mkdir } from "node:fs/promises";
import { basename, join } from "node:path";
import { FONT_FOLDER, fontFiles } from "@motcua/papers";

/** Copies the papers' fonts and their licence into the functions' asset, where bundled papers look for them. */
export async function copyFonts(outdir: string): Promise<void> {
  const folder = join(outdir, FONT_FOLDER);
  await mkdir(folder, { recursive: true });
  await Promise.all(fontFiles().map((file) => copyFile(file, join(folder, basename(file)))));
}
