import { CHANNEL_WORDS } from "./channel-words.ts";
import { documentTable } from "./document-table.ts";
import { feeWords } from "./fee-words.ts";
import { fewestPages } from "./fewest-pages.ts";
import { APART, field } from "./field-line.ts";
import { limitWords } from "./limit-words.ts";
import { momentWords } from "./moment-words.ts";
import { paperFoot } from "./paper-foot.ts";
import { paperHead } from "./paper-head.ts";
import { isSameParty, partyLines, partyName } from "./party-lines.ts";
import type { ReceiptData } from "./receipt-data.ts";
import { requestLines } from "./request-lines.ts";
import { Sheet } from "./sheet.ts";
import { signatures } from "./signatures.ts";

/** Name of form 01. */
const RECEIPT_TITLE = "Giấy tiếp nhận hồ sơ và hẹn trả kết quả";
/** What is given before acceptance, when the law has no form 01 to give. */
const ACKNOWLEDGEMENT_TITLE = "Xác nhận nộp hồ sơ";

/**
 * Form 01, Giấy tiếp nhận hồ sơ và hẹn trả kết quả, as tagged A4 PDF. Before acceptance there is no promise to print:
 * the paper then only confirms the submission and says so. Equal data give equal bytes.
 * @see Circular 03/2025/TT-VPCP, Appendix I, form 01; Decree 118/2025/NĐ-CP
 */
export function renderReceipt(data: ReceiptData): Promise<Uint8Array> {
  return fewestPages((scale) => write(data, scale));
}

function write(data: ReceiptData, scale: number): Sheet {
  const { acceptance } = data;
  const date = acceptance?.at ?? data.submittedAt;
  const title = acceptance === undefined ? ACKNOWLEDGEMENT_TITLE : RECEIPT_TITLE;
  const sheet = new Sheet({ title: `${title} - ${data.code}`, date, scale });
  paperHead(sheet, { ...data, date, title: acceptance === undefined ? ["XÁC NHẬN NỘP HỒ SƠ"] : ["GIẤY TIẾP NHẬN HỒ SƠ", "VÀ HẸN TRẢ KẾT QUẢ"] });
  people(sheet, data);
  request(sheet, data);
  times(sheet, data);
  feeLines(sheet, data.fees);
  if (acceptance !== undefined) signatures(sheet, signatoriesOf(data));
  paperFoot(sheet, data);
  return sheet;
}

function people(sheet: Sheet, { unit, submitter, owner, acceptance }: ReceiptData): void {
  const verb = acceptance === undefined ? "đã nhận được hồ sơ nộp của" : "tiếp nhận hồ sơ của";
  field(sheet, `${unit.name} ${verb}`, { value: partyName(submitter) });
  partyLines(sheet, submitter);
  field(sheet, "Chủ hồ sơ", { value: partyName(owner) });
  if (!isSameParty(submitter, owner)) partyLines(sheet, owner);
}

function request(sheet: Sheet, { procedure, documents, sets, channel }: ReceiptData): void {
  requestLines(sheet, procedure);
  sheet.paragraph([{ text: documents.length === 0 ? "Thành phần hồ sơ nộp: không có." : "Thành phần hồ sơ nộp gồm:" }]);
  if (documents.length > 0) documentTable(sheet, documents);
  sheet.paragraph([{ text: `Số lượng hồ sơ: ${String(sets).padStart(2, "0")} (bộ)${APART}Hình thức nộp hồ sơ: ${CHANNEL_WORDS[channel]}` }]);
}

function times(sheet: Sheet, data: ReceiptData): void {
  const { acceptance } = data;
  field(sheet, "Thời gian giải quyết hồ sơ theo quy định", { value: limitWords(data.limit), face: "regular" });
  if (acceptance === undefined) notAcceptedYet(sheet, data);
  else {
    field(sheet, "Thời gian nhận hồ sơ", { value: momentWords(acceptance.at), face: "regular" });
    field(sheet, "Thời gian trả kết quả giải quyết hồ sơ", { value: acceptance.due === undefined ? "không hẹn ngày theo quy định của thủ tục" : momentWords(acceptance.due) });
    if (acceptance.movedTo !== undefined) field(sheet, "Thời gian trả kết quả đã được hẹn lại", { value: momentWords(acceptance.movedTo) });
  }
  field(sheet, "Đăng ký nhận kết quả", { value: resultPlace(data), face: "regular" });
}

function notAcceptedYet(sheet: Sheet, { submittedAt, acceptanceDue }: ReceiptData): void {
  field(sheet, "Thời gian nộp hồ sơ", { value: momentWords(submittedAt), face: "regular" });
  if (acceptanceDue !== undefined) field(sheet, "Thời hạn xem xét tiếp nhận hồ sơ", { value: momentWords(acceptanceDue), face: "regular" });
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
  field(sheet, "Phí, lệ phí", { value: fees.length === 0 ? "không có" : fees.map((fee) => `${fee.name}: ${feeWords(fee)}`).join("; "), face: "regular" });
}

/** A dossier that came online is signed by the officer alone. */
function signatoriesOf({ channel, submitter, acceptance }: ReceiptData): Parameters<typeof signatures>[1] {
  const officer = { title: "NGƯỜI TIẾP NHẬN HỒ SƠ", ...(acceptance?.officer === undefined ? {} : { name: acceptance.officer }) };
  if (channel === "online") return [officer];
  return [{ title: "NGƯỜI NỘP HỒ SƠ", ...(submitter.name === undefined ? {} : { name: submitter.name }) }, officer];
}
