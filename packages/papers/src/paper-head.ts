import type { DossierPaper } from "./dossier-paper.ts";
import { dayWords } from "./moment-words.ts";
import { nationalHeading } from "./national-heading.ts";
import { qrFigure } from "./qr-figure.ts";
import { mm, type Sheet } from "./sheet.ts";

/** What stands at the head of a paper. */
export interface PaperHead extends Pick<DossierPaper, "code" | "unit" | "tracking"> {
  /** The title in capitals, a line each. */
  readonly title: readonly string[];
  /** Day the paper bears. */
  readonly date: string;
  readonly number?: string;
}

const QR_SIDE = mm(25);

/** The heading of the unit and, below, the QR code on the left, the title centred on the page with the dossier code. */
export function paperHead(sheet: Sheet, { code, unit, tracking, title, date, number }: PaperHead): void {
  nationalHeading(sheet, unit, { date: dayWords(date), number });
  const top = sheet.y + 6;
  qrFigure(sheet, tracking.qr, { x: sheet.left, y: top, side: QR_SIDE });
  sheet.y = top + Math.max(0, (QR_SIDE - title.length * 18 - 20) / 2);
  const heading = sheet.element("H1");
  const middle = { x: sheet.left + QR_SIDE, width: sheet.width - 2 * QR_SIDE, align: "center" } as const;
  for (const text of title) sheet.paragraph([{ text, face: "bold" }], { ...middle, size: 14, after: 1, tag: "Span", within: heading });
  sheet.y += 2;
  sheet.paragraph([{ text: `Mã hồ sơ: ${code}`, face: "bold" }], { ...middle, after: 0 });
  sheet.y = Math.max(sheet.y, top + QR_SIDE) + 8;
}
