import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Whether poppler's tools, which read papers independently of the library that wrote them, are on this machine. */
export const hasPoppler = spawnSync("pdftotext", ["-v"]).status === 0;

/** Text of a paper as a reader copies it: NFC, one space between words. */
export function textOf(pdf: Uint8Array): string {
  return run("pdftotext", ["-layout"], pdf).normalize("NFC").replace(/\s+/gu, " ");
}

/** What `pdfinfo` or `pdffonts` says. */
export function report(tool: "pdfinfo" | "pdffonts", pdf: Uint8Array, options: readonly string[] = []): string {
  return run(tool, options, pdf);
}

/** A word and the box it stands in, in points from the top left corner of its page. */
export interface PlacedWord {
  readonly text: string;
  readonly xMin: number;
  readonly xMax: number;
  readonly yMin: number;
  readonly yMax: number;
  readonly page: { readonly number: number; readonly width: number; readonly height: number };
}

/** Where each word stands on its page. */
export function wordsOf(pdf: Uint8Array): readonly PlacedWord[] {
  const number = (text: string, name: string) => Number(new RegExp(`${name}="([\\d.]+)"`).exec(text)?.[1]);
  return run("pdftotext", ["-bbox"], pdf)
    .split("<page ")
    .slice(1)
    .flatMap((text, index) => {
      const page = { number: index + 1, width: number(text, "width"), height: number(text, "height") };
      return [...text.matchAll(/<word (.*?)>(.*?)<\/word>/g)].map(([, box = "", word = ""]) => ({ text: word.normalize("NFC"), xMin: number(box, "xMin"), xMax: number(box, "xMax"), yMin: number(box, "yMin"), yMax: number(box, "yMax"), page }));
    });
}

/** First page as grey pixels. */
export function rasterOf(pdf: Uint8Array, dpi: number): { readonly width: number; readonly height: number; readonly data: Uint8Array } {
  return inFolder(pdf, (file, folder) => {
    spawnSync("pdftoppm", ["-r", String(dpi), "-gray", "-singlefile", file, join(folder, "page")]);
    return readGreymap(readFileSync(join(folder, "page.pgm")));
  });
}

function run(tool: string, options: readonly string[], pdf: Uint8Array): string {
  return inFolder(pdf, (file) => {
    const target = tool === "pdftotext" ? [file, "-"] : [file];
    const { status, stdout } = spawnSync(tool, [...options, ...target], { encoding: "utf8" });
    if (status !== 0) throw new Error(`${tool} failed`);
    return stdout;
  });
}

function inFolder<T>(pdf: Uint8Array, use: (file: string, folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), "motcua-paper-"));
  try {
    const file = join(folder, "paper.pdf");
    writeFileSync(file, pdf);
    return use(file, folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Portable greymap, binary: `P5 width height 255` and one byte a pixel. */
function readGreymap(bytes: Buffer): ReturnType<typeof rasterOf> {
  const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.subarray(0, 64).toString("latin1"));
  if (head === null) throw new Error("not a greymap");
  return { width: Number(head[1]), height: Number(head[2]), data: bytes.subarray(head[0].length) };
}
