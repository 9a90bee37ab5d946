import type { DossierPaper } from "./dossier-paper.ts";
import { facts } from "./field-line.ts";
import type { Sheet } from "./sheet.ts";

/** What the foot is about to need: below a page's end there is nothing to part it from. */
const FOOT = 40;

/** How to follow the dossier and to reach the unit. @see Decree 30/2020/NĐ-CP, Appendix I (an agency's address at the foot) */
export function paperFoot(sheet: Sheet, { tracking, unit }: Pick<DossierPaper, "tracking" | "unit">): void {
  const top = sheet.y;
  if (!sheet.ensure(FOOT)) sheet.artifact((pdf) => pdf.moveTo(sheet.left, top).lineTo(sheet.left + sheet.width, top).lineWidth(0.4).stroke());
  sheet.y += 3;
  const typed = tracking.page === undefined ? "" : ` hoặc vào ${tracking.page}, nhập mã hồ sơ và 4 số cuối của số điện thoại hoặc số định danh của chủ hồ sơ`;
  const call = tracking.hotline === undefined ? "" : ` Điện thoại hỗ trợ: ${tracking.hotline}.`;
  const warning = tracking.secret ? " Mã QR trên giấy này mở được thông tin tra cứu của hồ sơ: không chụp, không gửi cho người khác." : "";
  sheet.paragraph([{ text: "Tra cứu tình trạng hồ sơ: ", face: "bold" }, { text: `quét mã QR${typed}.${call}${warning}`, face: "italic" }], { size: 11 });
  if (tracking.hash !== undefined) sheet.paragraph([{ text: `Mã kiểm chứng nhật ký (SHA-256): ${tracking.hash}` }], { size: 8 });
  const known = facts({ "Địa chỉ": unit.address, "Điện thoại": unit.phone, "Thư điện tử": unit.email });
  if (known.length > 0) sheet.paragraph([{ text: `${unit.name}: `, face: "bold" }, { text: `${known.join(". ")}.`, face: "italic" }], { size: 11 });
}
