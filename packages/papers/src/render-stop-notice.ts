import { contactLine } from "./contact-line.ts";
import { documentTable } from "./document-table.ts";
import type { NoticePaper } from "./dossier-paper.ts";
import { feeWords } from "./fee-words.ts";
import { fewestPages } from "./fewest-pages.ts";
import { field, written } from "./field-line.ts";
import { momentWords } from "./moment-words.ts";
import { paperFoot } from "./paper-foot.ts";
import { paperHead } from "./paper-head.ts";
import { ownerLines, partyName } from "./party-lines.ts";
import type { ReceiptFee, ReceivedDocument } from "./receipt-data.ts";
import { requestLines } from "./request-lines.ts";
import { Sheet } from "./sheet.ts";
import { recipientsAndSignature, recipientsOf } from "./signatures.ts";

/** Everything that stands on form 05. */
export interface StopNoticeData extends NoticePaper {
  readonly acceptedAt?: string;
  /** When the result was promised. */
  readonly due?: string;
  /** The step the dossier was at. */
  readonly step?: string;
  readonly reason: string;
  /** Who asked for it: a role and unit, or the applicant. */
  readonly askedBy: string;
  /** Papers handed in that are given back. */
  readonly returned: readonly ReceivedDocument[];
  readonly fees: readonly ReceiptFee[];
  /** Unit that took the dossier in; the paper is issued by the one that settles it. */
  readonly receivingUnit: string;
}

/**
 * Form 05, Thông báo dừng giải quyết hồ sơ, as tagged A4 PDF. Equal data give equal bytes.
 * @see Circular 03/2025/TT-VPCP, Appendix I, form 05
 */
export function renderStopNotice(data: StopNoticeData): Promise<Uint8Array> {
  return fewestPages((scale) => write(data, scale));
}

function write(data: StopNoticeData, scale: number): Sheet {
  const { unit, owner, acceptedAt, due } = data;
  const sheet = new Sheet({ title: `Thông báo dừng giải quyết hồ sơ - ${data.code}`, date: data.at, scale });
  paperHead(sheet, { ...data, date: data.at, title: ["THÔNG BÁO", "DỪNG GIẢI QUYẾT HỒ SƠ"] });
  sheet.paragraph([{ text: `Kính gửi: ${partyName(owner)}` }], { size: 14, align: "center", after: 8 });
  ownerLines(sheet, data);
  requestLines(sheet, data.procedure);
  if (acceptedAt !== undefined) field(sheet, "Thời gian nhận hồ sơ", { value: momentWords(acceptedAt), face: "regular" });
  if (due !== undefined) field(sheet, "Thời gian trả kết quả đã hẹn", { value: momentWords(due), face: "regular" });
  sheet.paragraph([{ text: `${unit.name} thông báo dừng giải quyết hồ sơ nêu trên từ ` }, { text: momentWords(data.at), face: "bold" }, { text: "." }]);
  if (data.step !== undefined) field(sheet, "Bước dừng giải quyết", { value: data.step, face: "regular" });
  field(sheet, "Bên đề nghị dừng", { value: data.askedBy, face: "regular" });
  written(sheet, "Căn cứ, lý do", data.reason);
  givenBack(sheet, data);
  contactLine(sheet, data, "sealed");
  recipientsAndSignature(sheet, recipientsOf(data), { title: "THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ", manner: "(Ký, ghi rõ họ tên và đóng dấu)" });
  paperFoot(sheet, data);
  return sheet;
}

/** What goes back to the applicant. Money that was paid is not known from fees that were set: the paper claims neither. */
function givenBack(sheet: Sheet, { returned, fees }: StopNoticeData): void {
  sheet.paragraph([{ text: returned.length === 0 ? "Giấy tờ trả lại: không có giấy tờ bản giấy phải trả lại." : "Giấy tờ trả lại người nộp hồ sơ:" }]);
  if (returned.length > 0) documentTable(sheet, returned);
  const due = fees.map((fee) => `${fee.name}: ${feeWords(fee)}`).join("; ");
  field(sheet, "Phí, lệ phí của hồ sơ", { value: fees.length === 0 ? "không có, không phát sinh khoản phải hoàn trả" : `${due}; khoản đã nộp thuộc diện hoàn trả được hoàn trả theo quy định`, face: "regular" });
}
