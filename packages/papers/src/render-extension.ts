import type { NoticePaper } from "./dossier-paper.ts";
import { fewestPages } from "./fewest-pages.ts";
import { field, written } from "./field-line.ts";
import { momentWords } from "./moment-words.ts";
import { paperFoot } from "./paper-foot.ts";
import { paperHead } from "./paper-head.ts";
import { ownerLines, partyName } from "./party-lines.ts";
import { requestLines } from "./request-lines.ts";
import { Sheet } from "./sheet.ts";
import { closing, recipientsAndSignature, recipientsOf } from "./signatures.ts";

/** Everything that stands on form 04. */
export interface ExtensionData extends NoticePaper {
  readonly acceptedAt?: string;
  /** The date first promised on form 01. */
  readonly firstDue?: string;
  /** The date that held until now, where it was moved before. */
  readonly dueBefore?: string;
  readonly dueAfter: string;
  readonly reason: string;
  /** The step at which it became clear. */
  readonly step?: string;
  /** Unit that took the dossier in; the paper is issued by the one that settles it. */
  readonly receivingUnit: string;
  /** The leader who approved, where somebody did. */
  readonly signer?: string;
}

/**
 * Form 04, Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết, as tagged A4 PDF. The date first promised stays
 * beside the new one. Equal data give equal bytes.
 * @see Circular 03/2025/TT-VPCP, Appendix I, form 04 (in 2018: Phiếu xin lỗi và hẹn lại ngày trả kết quả)
 */
export function renderExtension(data: ExtensionData): Promise<Uint8Array> {
  return fewestPages((scale) => write(data, scale));
}

function write(data: ExtensionData, scale: number): Sheet {
  const { unit, owner, acceptedAt, firstDue, dueBefore, dueAfter } = data;
  const sheet = new Sheet({ title: `Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết - ${data.code}`, date: data.at, scale });
  paperHead(sheet, { ...data, date: data.at, title: ["VĂN BẢN XIN LỖI VÀ ĐỀ NGHỊ", "GIA HẠN THỜI GIAN GIẢI QUYẾT"] });
  sheet.paragraph([{ text: `Kính gửi: ${partyName(owner)}` }], { size: 14, align: "center", after: 8 });
  if (acceptedAt !== undefined) sheet.paragraph([{ text: `Ngày ${momentWords(acceptedAt).replace(/^.*, ngày /u, "")}, ${data.receivingUnit} đã tiếp nhận hồ sơ sau đây:` }]);
  ownerLines(sheet, data);
  requestLines(sheet, data.procedure);
  if (acceptedAt !== undefined) field(sheet, "Thời gian nhận hồ sơ", { value: momentWords(acceptedAt), face: "regular" });
  if (firstDue !== undefined) field(sheet, "Thời gian trả kết quả đã hẹn", { value: momentWords(firstDue), face: "regular" });
  if (dueBefore !== undefined && dueBefore !== firstDue) field(sheet, "Thời gian trả kết quả đang có hiệu lực trước văn bản này", { value: momentWords(dueBefore), face: "regular" });
  sheet.paragraph([{ text: "Hồ sơ không thể giải quyết xong trong thời gian đã hẹn." }]);
  written(sheet, "Lý do", data.reason);
  if (data.step !== undefined) field(sheet, "Bước đang thực hiện", { value: data.step, face: "regular" });
  sheet.paragraph([{ text: `${unit.name} xin lỗi ông (bà) vì sự chậm trễ này và đề nghị gia hạn thời gian giải quyết hồ sơ. Thời gian trả kết quả được hẹn lại vào: ` }, { text: momentWords(dueAfter), face: "bold" }, { text: "." }]);
  closing(sheet, "Rất mong nhận được sự thông cảm của ông (bà).", "sealed");
  recipientsAndSignature(sheet, recipientsOf(data), { title: "THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ", manner: "(Ký, ghi rõ họ tên và đóng dấu)", ...(data.signer === undefined ? {} : { name: data.signer }) });
  paperFoot(sheet, data);
  return sheet;
}
