import type { IssuingUnit } from "./dossier-paper.ts";
import type { ParagraphStyle, Run, Sheet } from "./sheet.ts";

/** The left column's share: the national name must stand on one line to its right. */
const UNIT_SHARE = 0.42;
const GAP = 6;
/** How finely lines are balanced, in points. */
const STEP = 4;

/**
 * The head of an administrative paper: the unit and the authority above it on the left, the national name and motto on
 * the right, place and date below; the number of a numbered paper below the unit. How to reach the unit stands at the
 * foot of the paper.
 * @see Decree 30/2020/NĐ-CP, Appendix I
 */
export function nationalHeading(sheet: Sheet, unit: IssuingUnit, { date, number }: { readonly date: string; readonly number?: string | undefined }): void {
  const top = sheet.y;
  const width = sheet.width * UNIT_SHARE;
  const left = { x: sheet.left, width: width - GAP, size: 12, align: "center", after: 1 } as const;
  if (unit.parent !== undefined) balanced(sheet, { text: capitals(unit.parent, unit.place) }, left);
  balanced(sheet, { text: capitals(unit.name, unit.place), face: "bold" }, left);
  rule(sheet, left.x + left.width / 2, left.width * 0.4);
  if (number !== undefined) sheet.paragraph([{ text: `Số: ${number}` }], { ...left, size: 13 });
  const unitEnd = sheet.y;

  sheet.y = top;
  const right = { x: sheet.left + width, width: sheet.width - width, size: 12, align: "center", after: 1 } as const;
  sheet.paragraph([{ text: "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", face: "bold" }], right);
  sheet.paragraph([{ text: "Độc lập - Tự do - Hạnh phúc", face: "bold" }], { ...right, size: 13 });
  rule(sheet, right.x + right.width / 2, 165);
  sheet.paragraph([{ text: `${unit.place}, ${date}`, face: "italic" }], { ...right, size: 13 });
  sheet.y = Math.max(unitEnd, sheet.y);
}

function rule(sheet: Sheet, middle: number, length: number): void {
  const y = sheet.y + 1;
  sheet.artifact((pdf) => pdf.moveTo(middle - length / 2, y).lineTo(middle + length / 2, y).lineWidth(0.6).stroke());
  sheet.y = y + 4;
}

/** In capitals, with the name of the place kept on one line where the name ends in it. */
function capitals(name: string, place: string): string {
  const [text, end] = [name.toLocaleUpperCase("vi"), place.toLocaleUpperCase("vi")];
  return text.endsWith(` ${end}`) ? text.slice(0, -end.length) + end.replaceAll(" ", "\u00a0") : text;
}

/** Centred on the fewest lines, all about as long: the narrowest column that needs no further line. */
function balanced(sheet: Sheet, run: Run, style: ParagraphStyle & { readonly x: number; readonly width: number }): void {
  const height = sheet.heightOf([run], style);
  const longest = Math.max(...run.text.split(" ").map((word) => sheet.widthOf({ ...run, text: word }, style.size)));
  let { width } = style;
  while (width - STEP > longest && sheet.heightOf([run], { ...style, width: width - STEP }) <= height) width -= STEP;
  sheet.paragraph([run], { ...style, x: style.x + (style.width - width) / 2, width });
}
