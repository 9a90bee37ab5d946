import { documentTable } from "./document-table.ts";
import { feeWords } from "./fee-words.ts";
import { limitWords } from "./limit-words.ts";
import { dayWords, momentWords } from "./moment-words.ts";
import { nationalHeading } from "./national-heading.ts";
import { qrFigure } from "./qr-figure.ts";
import type { Party, ReceiptData } from "./receipt-data.ts";
import { mm, type Run, Sheet } from "./sheet.ts";
import { signatures } from "./signatures.ts";

/** Name of form 01. */
const RECEIPT_TITLE = "Giấy tiếp nhận hồ sơ và hẹn trả kết quả";
/** What is given before acceptance, when the law has no form 01 to give. */
const ACKNOWLEDGEMENT_TITLE = "Xác nhận nộp hồ sơ";

const QR_SIDE = mm(25);
/** Smaller letters, tried where they save a page. */
const DENSE = 12 / 13;
/** What the foot is about to need: below a page's end there is nothing to part it from. */
const FOOT = 40;
/** Between two facts on one line. */
const APART = "\u00a0\u00a0\u00a0 ";
const CHANNELS: Readonly<Record<ReceiptData["channel"], string>> = {
  online: "trực tuyến",
  counter: "trực tiếp",
  post: "qua dịch vụ bưu chính công ích",
};

/**
 * Form 01, Giấy tiếp nhận hồ sơ và hẹn trả kết quả, as tagged A4 PDF. Before acceptance there is no promise to print:
 * the paper then only confirms the submission and says so. Equal data give equal bytes.
 * @see Circular 03/2025/TT-VPCP, Appendix I, form 01; Decree 118/2025/NĐ-CP
 */
export async function renderReceipt(data: ReceiptData): Promise<Uint8Array> {
  const sheet = write(data, 1);
  if (sheet.pages === 1) return sheet.finish();
  const dense = write(data, DENSE);
  return (dense.pages < sheet.pages ? dense : sheet).finish();
}

function write(data: ReceiptData, scale: number): Sheet {
  const { acceptance } = data;
  const date = acceptance?.at ?? data.submittedAt;
  const title = acceptance === undefined ? ACKNOWLEDGEMENT_TITLE : RECEIPT_TITLE;
  const sheet = new Sheet({ title: `${title} - ${data.code}`, date, scale });
  nationalHeading(sheet, data.unit, dayWords(date));
  titleBand(sheet, data);
  people(sheet, data);
  request(sheet, data);
  times(sheet, data);
  feeLines(sheet, data.fees);
  if (acceptance !== undefined) signatures(sheet, signatoriesOf(data));
  foot(sheet, data);
  return sheet;
}

/** The QR code on the left, the title centred on the page, the dossier code below it. */
function titleBand(sheet: Sheet, { code, acceptance, tracking }: ReceiptData): void {
  const top = sheet.y + 6;
  const lines = acceptance === undefined ? ["XÁC NHẬN NỘP HỒ SƠ"] : ["GIẤY TIẾP NHẬN HỒ SƠ", "VÀ HẸN TRẢ KẾT QUẢ"];
  qrFigure(sheet, tracking.qr, { x: sheet.left, y: top, side: QR_SIDE });
  sheet.y = top + (QR_SIDE - lines.length * 18 - 20) / 2;
  const heading = sheet.element("H1");
  for (const text of lines) sheet.paragraph([{ text, face: "bold" }], { size: 14, align: "center", after: 1, tag: "Span", within: heading });
  sheet.y += 2;
  sheet.paragraph([{ text: "Mã hồ sơ: " + code, face: "bold" }], { align: "center", after: 0 });
  sheet.y = Math.max(sheet.y, top + QR_SIDE) + 8;
}

function people(sheet: Sheet, { unit, submitter, owner, acceptance }: ReceiptData): void {
  const verb = acceptance === undefined ? "đã nhận được hồ sơ nộp của" : "tiếp nhận hồ sơ của";
  field(sheet, `${unit.name} ${verb}`, nameOf(submitter));
  partyLines(sheet, submitter);
  field(sheet, "Chủ hồ sơ", nameOf(owner));
  if (!isSamePerson(submitter, owner)) partyLines(sheet, owner);
}

function partyLines(sheet: Sheet, { identity, address, phone, email }: Party): void {
  if (address !== undefined) field(sheet, "Địa chỉ", address, "regular");
  const known = facts({ "Số định danh": identity, "Số điện thoại": phone, "Thư điện tử": email });
  if (known.length > 0) sheet.paragraph([{ text: known.join(APART) }]);
}

function request(sheet: Sheet, { procedure, documents, sets, channel }: ReceiptData): void {
  field(sheet, "Nội dung yêu cầu giải quyết", `${procedure.name} (mã thủ tục ${procedure.code})`);
  if (procedure.case !== undefined) field(sheet, "Trường hợp", procedure.case, "regular");
  sheet.paragraph([{ text: documents.length === 0 ? "Thành phần hồ sơ nộp: không có." : "Thành phần hồ sơ nộp gồm:" }]);
  if (documents.length > 0) documentTable(sheet, documents);
  sheet.paragraph([{ text: `Số lượng hồ sơ: ${String(sets).padStart(2, "0")} (bộ)${APART}Hình thức nộp hồ sơ: ${CHANNELS[channel]}` }]);
}

function times(sheet: Sheet, data: ReceiptData): void {
  const { acceptance } = data;
  field(sheet, "Thời gian giải quyết hồ sơ theo quy định", limitWords(data.limit), "regular");
  if (acceptance === undefined) notAcceptedYet(sheet, data);
  else {
    field(sheet, "Thời gian nhận hồ sơ", momentWords(acceptance.at), "regular");
    field(sheet, "Thời gian trả kết quả giải quyết hồ sơ", acceptance.due === undefined ? "không hẹn ngày theo quy định của thủ tục" : momentWords(acceptance.due));
    if (acceptance.movedTo !== undefined) field(sheet, "Thời gian trả kết quả đã được hẹn lại", momentWords(acceptance.movedTo));
  }
  field(sheet, "Đăng ký nhận kết quả", resultPlace(data), "regular");
}

function notAcceptedYet(sheet: Sheet, { submittedAt, acceptanceDue }: ReceiptData): void {
  field(sheet, "Thời gian nộp hồ sơ", momentWords(submittedAt), "regular");
  if (acceptanceDue !== undefined) field(sheet, "Thời hạn xem xét tiếp nhận hồ sơ", momentWords(acceptanceDue), "regular");
  sheet.paragraph([
    { text: "Hồ sơ chưa được tiếp nhận, do đó chưa có ngày hẹn trả kết quả. ", face: "bold" },
    { text: `Giấy này không thay cho ${RECEIPT_TITLE}; thời gian giải quyết được tính từ khi hồ sơ được tiếp nhận.` },
  ]);
}

function resultPlace({ resultBy, unit }: ReceiptData): string {
  const places = { counter: `tại ${unit.name}`, post: "tại địa chỉ đăng ký, qua dịch vụ bưu chính công ích", online: "trực tuyến (bản điện tử)" };
  return places[resultBy];
}

function feeLines(sheet: Sheet, fees: ReceiptData["fees"]): void {
  field(sheet, "Phí, lệ phí", fees.length === 0 ? "không có" : fees.map((fee) => `${fee.name}: ${feeWords(fee)}`).join("; "), "regular");
}

/** A dossier that came online is signed by the officer alone. */
function signatoriesOf({ channel, submitter, acceptance }: ReceiptData): Parameters<typeof signatures>[1] {
  const officer = { title: "NGƯỜI TIẾP NHẬN HỒ SƠ", ...(acceptance?.officer === undefined ? {} : { name: acceptance.officer }) };
  if (channel === "online") return [officer];
  return [{ title: "NGƯỜI NỘP HỒ SƠ", ...(submitter.name === undefined ? {} : { name: submitter.name }) }, officer];
}

/** How to follow the dossier and to reach the unit (Decree 30/2020 puts an agency's address at the foot). */
function foot(sheet: Sheet, { tracking, unit }: ReceiptData): void {
  const top = sheet.y;
  if (!sheet.ensure(FOOT)) sheet.artifact((pdf) => pdf.moveTo(sheet.left, top).lineTo(sheet.left + sheet.width, top).lineWidth(0.4).stroke());
  sheet.y += 3;
  const typed = tracking.page === undefined ? "" : ` hoặc vào ${tracking.page}, nhập mã hồ sơ và 4 số cuối của số điện thoại hoặc số định danh của chủ hồ sơ`;
  const call = tracking.hotline === undefined ? "" : ` Điện thoại hỗ trợ: ${tracking.hotline}.`;
  const warning = tracking.secret ? " Mã QR trên giấy này mở được thông tin tra cứu của hồ sơ: không chụp, không gửi cho người khác." : "";
  sheet.paragraph([{ text: "Tra cứu tình trạng hồ sơ: ", face: "bold" }, { text: `quét mã QR${typed}.${call}${warning}`, face: "italic" }], { size: 11 });
  const known = facts({ "Địa chỉ": unit.address, "Điện thoại": unit.phone, "Thư điện tử": unit.email });
  if (known.length > 0) sheet.paragraph([{ text: "Nơi tiếp nhận: ", face: "bold" }, { text: `${known.join(". ")}.`, face: "italic" }], { size: 11 });
}

/** Those of the labelled facts that are known. A label stays with what it labels, groups of digits stay together. */
function facts(labelled: Readonly<Record<string, string | undefined>>): readonly string[] {
  return Object.entries(labelled).flatMap(([label, value]) => (value === undefined ? [] : [`${label}: `.replaceAll(" ", "\u00a0") + value.replace(/(?<=\d) (?=\d)/g, "\u00a0")]));
}

function field(sheet: Sheet, label: string, value: string, face: Run["face"] = "bold"): void {
  sheet.paragraph([{ text: `${label}: ` }, { text: value, face }]);
}

/** The personal record may have been erased lawfully while the dossier stays. */
function nameOf({ name }: Party): string {
  return name ?? "(dữ liệu cá nhân không còn lưu)";
}

function isSamePerson(one: Party, other: Party): boolean {
  return one.name === other.name && one.identity === other.identity && (other.address === undefined || one.address === other.address);
}
