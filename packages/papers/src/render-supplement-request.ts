import { contactLine } from "./contact-line.ts";
import { paperCount } from "./document-table.ts";
import type { NoticePaper } from "./dossier-paper.ts";
import { fewestPages } from "./fewest-pages.ts";
import { field, written } from "./field-line.ts";
import { momentWords } from "./moment-words.ts";
import { paperFoot } from "./paper-foot.ts";
import { paperHead } from "./paper-head.ts";
import { ownerLines } from "./party-lines.ts";
import { requestLines } from "./request-lines.ts";
import { mm, Sheet } from "./sheet.ts";
import { signatures } from "./signatures.ts";
import { type Column, table } from "./table.ts";

/** Something that is missing or wrong. */
export interface PaperDefect {
  /** The document it is about; absent where it is the form or the dossier as a whole. */
  readonly document?: string;
  /** Papers to hand in, as the procedure asks for them. */
  readonly original?: number;
  readonly copy?: number;
  readonly electronic?: boolean;
  /** What to add or to put right, and why, as the officer wrote it. */
  readonly text: string;
}

/** Everything that stands on form 02. */
export interface SupplementRequestData extends NoticePaper {
  /** Which request of the dossier this is: 1, 2, … */
  readonly ordinal: number;
  readonly acceptedAt?: string;
  /** All there is to complete, at once. */
  readonly defects: readonly PaperDefect[];
  /** Why there is a request beyond the legal number. */
  readonly overLimitReason?: string;
  /** Until when the applicant has to answer. */
  readonly respondBy?: string;
}

const COLUMNS: readonly Column<PaperDefect>[] = [
  { title: "TT", width: mm(9), align: "center", cell: (_, index) => String(index + 1) },
  { title: "Tên thành phần hồ sơ", width: mm(50), align: "left", cell: ({ document }) => document ?? "Tờ khai, nội dung kê khai" },
  { title: "Bản chính", width: mm(14), align: "center", cell: ({ original }) => paperCount(original) },
  { title: "Bản sao", width: mm(13), align: "center", cell: ({ copy }) => paperCount(copy) },
  { title: "Bản điện tử", width: mm(14), align: "center", cell: ({ electronic }) => (electronic === true ? "01" : "") },
  { title: "Nội dung cần bổ sung, hoàn thiện; lý do", align: "left", cell: ({ text }) => text },
];

/**
 * Form 02, Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ, as tagged A4 PDF. Equal data give equal bytes.
 * @see Circular 03/2025/TT-VPCP, Appendix I, form 02; Decree 118/2025/NĐ-CP
 */
export function renderSupplementRequest(data: SupplementRequestData): Promise<Uint8Array> {
  return fewestPages((scale) => write(data, scale));
}

function write(data: SupplementRequestData, scale: number): Sheet {
  const sheet = new Sheet({ title: `Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ - ${data.code}`, date: data.at, scale });
  paperHead(sheet, { ...data, date: data.at, title: ["PHIẾU YÊU CẦU", "BỔ SUNG, HOÀN THIỆN HỒ SƠ"] });
  ownerLines(sheet, data);
  requestLines(sheet, data.procedure);
  field(sheet, data.acceptedAt === undefined ? "Thời gian nộp hồ sơ" : "Thời gian nhận hồ sơ", { value: momentWords(data.acceptedAt ?? data.submittedAt), face: "regular" });
  request(sheet, data);
  contactLine(sheet, data);
  signatures(sheet, [{ title: "NGƯỜI YÊU CẦU BỔ SUNG HỒ SƠ", ...(data.officer === undefined ? {} : { name: data.officer }) }]);
  paperFoot(sheet, data);
  return sheet;
}

function request(sheet: Sheet, { unit, defects, ordinal, overLimitReason, respondBy, at }: SupplementRequestData): void {
  sheet.paragraph([{ text: `${unit.name} đã kiểm tra hồ sơ và yêu cầu bổ sung, hoàn thiện (lần thứ ${String(ordinal).padStart(2, "0")}) những nội dung sau:` }]);
  table(sheet, defects, { columns: COLUMNS });
  if (overLimitReason !== undefined) written(sheet, "Lý do yêu cầu bổ sung quá số lần quy định", overLimitReason);
  field(sheet, "Thời gian yêu cầu", { value: momentWords(at), face: "regular" });
  if (respondBy !== undefined) field(sheet, "Thời hạn bổ sung, hoàn thiện hồ sơ", { value: `trước ${momentWords(respondBy)}` });
}
