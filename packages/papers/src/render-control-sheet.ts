import { documentTable } from "./document-table.ts";
import type { DossierPaper } from "./dossier-paper.ts";
import { field } from "./field-line.ts";
import { limitWords } from "./limit-words.ts";
import { dayShort, momentShort, momentWords } from "./moment-words.ts";
import { paperFoot } from "./paper-foot.ts";
import { paperHead } from "./paper-head.ts";
import { ownerLines } from "./party-lines.ts";
import type { PrintedLimit, ReceivedDocument } from "./receipt-data.ts";
import { requestLines } from "./request-lines.ts";
import { mm, Sheet } from "./sheet.ts";
import { type Column, table } from "./table.ts";

/** How a step ended, against its own time. `none`: it had none. */
export type StepTiming = "early" | "on-time" | "late" | "none";

/** One side of a hand-over. */
export interface HandoverSide {
  /** Unit, system, or the applicant. */
  readonly unit: string;
  /** Role and person, as far as known. */
  readonly person?: string;
}

/** The dossier goes from one to another. */
export interface Handover {
  readonly from: HandoverSide;
  readonly to: HandoverSide;
  /** ISO 8601 instant. */
  readonly at: string;
  /** Of the step that was handed on. */
  readonly timing: StepTiming;
  readonly note?: string;
}

/** A time the law gives a part of the work. */
export interface PrintedWindow {
  readonly name: string;
  readonly limit: PrintedLimit;
  /** ISO 8601 instants: when the part began, until when it has time, when it was done. */
  readonly from: string;
  readonly due: string;
  readonly closedAt?: string;
  /** Whether it was done after its time. */
  readonly late?: boolean;
  /** Who held the dossier when its time ran out. */
  readonly heldBy?: readonly string[];
}

/** A result that was issued. */
export interface PrintedResult {
  readonly name: string;
  /** The last day it is valid, ISO date. */
  readonly validUntil?: string;
  /** What whoever is given it has to do later, with the days. */
  readonly duties?: readonly string[];
  /** Who is to be told of it. */
  readonly notify?: readonly string[];
}

/** Everything that stands on form 06. */
export interface ControlSheetData extends DossierPaper {
  /** Unit that settles the dossier. */
  readonly competentUnit: string;
  readonly documents: readonly ReceivedDocument[];
  readonly limit: PrintedLimit;
  readonly acceptedAt: string;
  readonly due?: string;
  /** A later due date that holds now, when the first one was moved. */
  readonly movedTo?: string;
  readonly handovers: readonly Handover[];
  /** Legal windows over several steps, in the order of the workflow. */
  readonly windows?: readonly PrintedWindow[];
  /** Results that are valid for a time, or that somebody is to be told of. */
  readonly results?: readonly PrintedResult[];
}

const TIMING: Readonly<Record<StepTiming, string>> = { early: "Trước hạn", "on-time": "Đúng hạn", late: "Quá hạn", none: "" };
const side = ({ unit, person }: HandoverSide) => (person === undefined ? unit : `${unit} (${person})`);

const COLUMNS: readonly Column<Handover>[] = [
  { title: "TT", width: mm(9), align: "center", cell: (_, index) => String(index + 1) },
  { title: "Bên giao", align: "left", cell: ({ from }) => side(from) },
  { title: "Bên nhận", align: "left", cell: ({ to }) => side(to) },
  { title: "Thời gian giao, nhận", width: mm(23), align: "center", cell: ({ at }) => momentShort(at) },
  { title: "Kết quả", width: mm(20), align: "center", cell: ({ timing }) => TIMING[timing] },
  { title: "Ghi chú", width: mm(34), align: "left", cell: ({ note }) => note ?? "" },
];

/**
 * Form 06, Phiếu kiểm soát quá trình giải quyết hồ sơ, as tagged A4 PDF: a line for each time the dossier changed hands.
 * It is printed from the log, never kept: nobody can rewrite it. Equal data give equal bytes.
 * @see Circular 03/2025/TT-VPCP, Appendix I, form 06
 */
export async function renderControlSheet(data: ControlSheetData): Promise<Uint8Array> {
  const { at } = data.handovers.at(-1) ?? { at: data.acceptedAt };
  const sheet = new Sheet({ title: `Phiếu kiểm soát quá trình giải quyết hồ sơ - ${data.code}`, date: at });
  paperHead(sheet, { ...data, date: at, title: ["PHIẾU KIỂM SOÁT", "QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ"] });
  field(sheet, "Cơ quan giải quyết", { value: data.competentUnit });
  ownerLines(sheet, data);
  requestLines(sheet, data.procedure);
  if (data.documents.length > 0) {
    sheet.paragraph([{ text: "Thành phần hồ sơ:" }]);
    documentTable(sheet, data.documents);
  }
  times(sheet, data);
  windows(sheet, data.windows);
  results(sheet, data.results);
  sheet.paragraph([{ text: "Quá trình giao, nhận và giải quyết:" }]);
  table(sheet, data.handovers, { columns: COLUMNS, style: { size: 11.5 } });
  sheet.paragraph([{ text: "Phiếu này được lập tự động từ nhật ký điện tử của hồ sơ; mỗi dòng do người thực hiện xác nhận trên hệ thống vào thời điểm ghi, thay cho chữ ký.", face: "italic" }], { size: 11 });
  paperFoot(sheet, data);
  return sheet.finish();
}

function times(sheet: Sheet, { limit, acceptedAt, due, movedTo }: ControlSheetData): void {
  field(sheet, "Thời gian giải quyết hồ sơ theo quy định", { value: limitWords(limit), face: "regular" });
  field(sheet, "Thời gian nhận hồ sơ", { value: momentWords(acceptedAt), face: "regular" });
  field(sheet, "Thời gian trả kết quả đã hẹn", { value: due === undefined ? "không hẹn ngày theo quy định của thủ tục" : momentWords(due) });
  if (movedTo !== undefined) field(sheet, "Thời gian trả kết quả được hẹn lại", { value: momentWords(movedTo) });
}

/** What the law gives each part beside the whole, and what came of it. */
function windows(sheet: Sheet, printed: readonly PrintedWindow[] = []): void {
  for (const { name, limit, from, due, closedAt, late, heldBy } of printed) {
    const done = closedAt === undefined ? [] : [`xong ${momentWords(closedAt)}, ${late === true ? "quá hạn" : "đúng hạn"}`];
    const held = heldBy === undefined ? [] : [`giữ hồ sơ khi hết hạn: ${heldBy.join("; ")}`];
    field(sheet, `Thời hạn theo luật của phần việc ${name} (${limitWords(limit)})`, { value: [`từ ${momentWords(from)} đến ${momentWords(due)}`, ...done, ...held].join("; "), face: "regular" });
  }
}

/** Until when what was issued is valid, and who is to be told of it. */
function results(sheet: Sheet, printed: readonly PrintedResult[] = []): void {
  for (const { name, validUntil, duties, notify } of printed) {
    field(sheet, "Kết quả", { value: name, face: "regular" });
    if (validUntil !== undefined) field(sheet, "Có giá trị đến hết ngày", { value: dayShort(validUntil), face: "regular" });
    if (duties !== undefined) field(sheet, "Người nhận kết quả phải", { value: duties.join(" ; "), face: "regular" });
    if (notify !== undefined) field(sheet, "Phải thông báo kết quả cho", { value: notify.join(" ; "), face: "regular" });
  }
}
