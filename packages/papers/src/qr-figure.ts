import encodeQr from "qr";
import type { Sheet } from "./sheet.ts";

/** Where a QR code stands; points from the top left of the page. */
export interface QrPlace {
  readonly x: number;
  readonly y: number;
  readonly side: number;
}

/** The modules of a QR code without its quiet zone; true is dark. Error correction M: a receipt is folded and photographed. */
export function qrMatrix(text: string): readonly (readonly boolean[])[] {
  // The encoder insists on a border of at least one module.
  return encodeQr(text, "raw", { ecc: "medium", border: 1 }).slice(1, -1).map((line) => line.slice(1, -1));
}

/** Draws a QR code as vectors. Around it four modules must stay blank. */
export function qrFigure(sheet: Sheet, text: string, place: QrPlace): void {
  const matrix = qrMatrix(text);
  const module = place.side / matrix.length;
  const box = [place.x, place.y, place.x + place.side, place.y + place.side] as const;
  sheet.figure("Mã QR để tra cứu hồ sơ", box, (pdf) => {
    for (const [row, line] of matrix.entries()) {
      for (const [from, length] of darkRuns(line)) pdf.rect(place.x + from * module, place.y + row * module, length * module, module);
    }
    pdf.fill("black");
  });
}

/** Dark modules that touch are one rectangle: no hairlines between them when printed. */
function darkRuns(line: readonly boolean[]): readonly (readonly [from: number, length: number])[] {
  const runs: [number, number][] = [];
  for (const [column, dark] of line.entries()) {
    const last = runs.at(-1);
    if (!dark) continue;
    if (last !== undefined && last[0] + last[1] === column) last[1] += 1;
    else runs.push([column, 1]);
  }
  return runs;
}
