import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { create, type Font } from "fontkit";

/** Faces of the papers: Tinos has the metrics of Times New Roman, which Decree 30/2020 prescribes, and every Vietnamese letter. */
export type Face = "regular" | "bold" | "italic";

const PACKAGE = "@expo-google-fonts/tinos";
const FACES: Readonly<Record<Face, string>> = {
  regular: `${PACKAGE}/400Regular/Tinos_400Regular.ttf`,
  bold: `${PACKAGE}/700Bold/Tinos_700Bold.ttf`,
  italic: `${PACKAGE}/400Regular_Italic/Tinos_400Regular_Italic.ttf`,
};

/** Folder a bundle carries the fonts in, beside the entry; see {@link fontFiles}. */
export const FONT_FOLDER = "fonts";

/** Absolute paths of the font files and their licence, to be copied into the {@link FONT_FOLDER} of a bundle. */
export function fontFiles(): readonly string[] {
  return [...Object.values(FACES), `${PACKAGE}/LICENSE_FONT`].map(installed);
}

const opened = new Map<Face, Font>();

/**
 * A face for one paper. Its tables are read and parsed once, which costs more than writing a paper; the glyphs are the
 * paper's own: one remembers the letters it was first met with, and would say those in every later paper (as text that is
 * copied and read aloud) or none, where it was met as part of another glyph.
 */
export function fontFor(face: Face): Font {
  return Object.create(parsed(face), { _glyphs: { value: {} } }) as Font;
}

/**
 * A face, read and parsed once. Its file is looked for in the `fonts` folder beside the bundle or above its chunks, then where the package manager put it.
 * @throws Error when the font is in neither place
 */
function parsed(face: Face): Font {
  const known = opened.get(face) ?? (create(readFileSync(bundled(basename(FACES[face])) ?? installed(FACES[face]))) as Font);
  opened.set(face, known);
  return known;
}

function bundled(file: string): string | undefined {
  return [`./${FONT_FOLDER}/`, `../${FONT_FOLDER}/`].map((folder) => fileURLToPath(new URL(folder + file, import.meta.url))).find((path) => existsSync(path));
}

function installed(specifier: string): string {
  return createRequire(import.meta.url).resolve(specifier);
}
