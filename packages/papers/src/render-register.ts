import type { Channel } from "@motcua/procedure";
import { CHANNEL_WORDS } from "./channel-words.ts";
import type { IssuingUnit } from "./dossier-paper.ts";
import { dayShort, dayWords, momentShort } from "./moment-words.ts";
import { nationalHeading } from "./national-heading.ts";
import { partyName } from "./party-lines.ts";
import { qrFigure } from "./qr-figure.ts";
import { mm, Sheet } from "./sheet.ts";
import { closing, signatures } from "./signatures.ts";
import { type Column, table } from "./table.ts";

/** One dossier of a register. */
export interface RegisterLine {
  readonly code: string;
  /** What it asks for. */
  readonly content: string;
  /** Number of dossier sets (số bộ). */
  readonly sets: number;
  readonly owner?: string;
  /** Address and telephone of the owner. */
  readonly contact?: string;
  /** Unit that settles it. */
  readonly competentUnit: string;
  /** When it was accepted or, before that, handed in. ISO 8601 instants. */
  readonly receivedAt: string;
  readonly due?: string;
  readonly returnedAt?: string;
  readonly channel: Channel;
  /** How the result is given: `tại quầy`, … */
  readonly resultBy: string;
  /** Where the dossier stands, and whether it is late. */
  readonly note?: string;
}

/** Everything that stands on form 07. Days are local dates `yyyy-mm-dd`, both included. */
export interface RegisterData {
  readonly unit: IssuingUnit;
  readonly from: string;
  readonly to: string;
  /** When it is printed: dossiers go on. ISO 8601 instant. */
  readonly at: string;
  readonly lines: readonly RegisterLine[];
  /** Address of the register as it stands now. */
  readonly qr: string;
  /** Name of the officer who keeps it. */
  readonly officer?: string;
}

const QR_SIDE = mm(22);
const COLUMNS: readonly Column<RegisterLine>[] = [
  { title: "TT", width: mm(9), align: "center", cell: (_, index) => String(index + 1) },
  { title: "Mã hồ sơ", width: mm(35), align: "left", cell: ({ code }) => code },
  { title: "Nội dung yêu cầu giải quyết", align: "left", cell: ({ content }) => content },
  { title: "Số bộ", width: mm(9), align: "center", cell: ({ sets }) => String(sets).padStart(2, "0") },
  { title: "Chủ hồ sơ", width: mm(29), align: "left", cell: ({ owner }) => partyName(owner === undefined ? {} : { name: owner }) },
  { title: "Địa chỉ, số điện thoại", width: mm(35), align: "left", cell: ({ contact }) => contact ?? "" },
  { title: "Cơ quan giải quyết", width: mm(26), align: "left", cell: ({ competentUnit }) => competentUnit },
  { title: "Nhận hồ sơ", width: mm(18), align: "center", cell: ({ receivedAt }) => momentShort(receivedAt) },
  { title: "Hẹn trả kết quả", width: mm(18), align: "center", cell: ({ due }) => (due === undefined ? "" : momentShort(due)) },
  { title: "Trả kết quả", width: mm(18), align: "center", cell: ({ returnedAt }) => (returnedAt === undefined ? "" : momentShort(returnedAt)) },
  { title: "Hình thức nộp; nhận kết quả", width: mm(20), align: "left", cell: ({ channel, resultBy }) => `${CHANNEL_WORDS[channel]}; ${resultBy}` },
  { title: "Ghi chú", width: mm(20), align: "left", cell: ({ note }) => note ?? "" },
];

/**
 * Form 07, Sổ theo dõi hồ sơ, as tagged A4 PDF on its long side. Equal data give equal bytes.
 * @see Circular 03/2025/TT-VPCP, Appendix I, form 07
 */
export async function renderRegister(data: RegisterData): Promise<Uint8Array> {
  const { unit, from, to, at, lines, qr, officer } = data;
  const span = from === to ? `Ngày ${dayShort(from)}` : `Từ ngày ${dayShort(from)} đến ngày ${dayShort(to)}`;
  const sheet = new Sheet({ title: `Sổ theo dõi hồ sơ - ${unit.name} - ${span}`, date: at, landscape: true });
  nationalHeading(sheet, unit, { date: dayWords(at) });
  const top = sheet.y + 4;
  qrFigure(sheet, qr, { x: sheet.left, y: top, side: QR_SIDE });
  sheet.y = top + 10;
  sheet.paragraph([{ text: "SỔ THEO DÕI HỒ SƠ", face: "bold" }], { size: 14, align: "center", tag: "H1" });
  sheet.paragraph([{ text: span, face: "italic" }], { align: "center" });
  sheet.y = Math.max(sheet.y, top + QR_SIDE) + 8;
  if (lines.length > 0) table(sheet, lines, { columns: COLUMNS, style: { size: 9.5 } });
  closing(sheet, lines.length === 0 ? "Không có hồ sơ nào được nộp trong thời gian này." : `Tổng số: ${String(lines.length).padStart(2, "0")} hồ sơ. Số liệu tại thời điểm in: ${momentShort(at)}.`);
  signatures(sheet, [{ title: "NGƯỜI LẬP SỔ", ...(officer === undefined ? {} : { name: officer }) }]);
  return sheet.finish();
}
