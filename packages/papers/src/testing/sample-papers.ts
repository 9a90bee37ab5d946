import type { NoticePaper } from "../dossier-paper.ts";
import type { ControlSheetData } from "../render-control-sheet.ts";
import type { ExtensionData } from "../render-extension.ts";
import type { RefusalData } from "../render-refusal.ts";
import type { RegisterData, RegisterLine } from "../render-register.ts";
import type { StopNoticeData } from "../render-stop-notice.ts";
import type { SupplementRequestData } from "../render-supplement-request.ts";
import { SAMPLE_RECEIPT } from "./sample-receipt.ts";

const { code, unit, submitter, owner, procedure, submittedAt, tracking, documents, fees, limit } = SAMPLE_RECEIPT;
const DOSSIER = { code, unit, submitter, owner, procedure, submittedAt, tracking } as const;
const ACCEPTED = "2026-10-05T09:25:00.000+07:00";
const DUE = "2026-10-05T17:00:00+07:00";

const COMMITTEE = { ...unit, parent: "Ủy ban nhân dân tỉnh Đồng Tháp", name: "Ủy ban nhân dân phường Đạo Thạnh" };

function notice(form: string, at: string): NoticePaper {
  return { ...DOSSIER, number: `01-M${form}/${code}`, at, officer: "Trần Thị Quỳnh Ý" };
}

/** Form 02 of people who do not exist. */
export const SAMPLE_SUPPLEMENT: SupplementRequestData = {
  ...notice("02", "2026-10-05T10:05:00.000+07:00"),
  ordinal: 2,
  acceptedAt: ACCEPTED,
  defects: [
    { document: "Giấy chứng sinh", original: 1, text: "Bản chụp mờ, không đọc được ngày sinh; đề nghị nộp bản chính để đối chiếu." },
    { document: "Giấy chứng nhận kết hôn của cha mẹ", copy: 1, electronic: true, text: "Chưa có trong hồ sơ và không tra cứu được." },
    { text: "Họ của trẻ trong tờ khai khác với thỏa thuận của cha mẹ." },
  ],
  overLimitReason: "Giấy chứng sinh nộp lần trước bị tẩy xóa ở phần ngày sinh.",
  respondBy: "2026-10-20T17:00:00+07:00",
};

/** Form 03 of people who do not exist. */
export const SAMPLE_REFUSAL: RefusalData = {
  ...notice("03", "2026-10-05T10:05:00.000+07:00"),
  channel: "counter",
  reason: "Việc đăng ký khai sinh cho trẻ đã được thực hiện tại Ủy ban nhân dân xã Mỹ Đức Tây ngày 02/10/2026.\nTheo điểm c khoản 1 Điều 6, hồ sơ không thuộc trường hợp được tiếp nhận.",
};

/** Form 04 of people who do not exist. */
export const SAMPLE_EXTENSION: ExtensionData = {
  ...notice("04", "2026-10-05T15:30:00.000+07:00"),
  acceptedAt: ACCEPTED,
  firstDue: DUE,
  dueBefore: "2026-10-06T17:00:00+07:00",
  dueAfter: "2026-10-08T17:00:00+07:00",
  reason: "Phải xác minh nơi cư trú trước đây của người được khai sinh.",
  step: "Xác minh tại nơi cư trú trước đây",
  unit: COMMITTEE,
  receivingUnit: unit.name,
  signer: "Lê Hữu Nghĩa",
};

/** Form 05 of people who do not exist. */
export const SAMPLE_STOP: StopNoticeData = {
  ...notice("05", "2026-10-06T08:40:00.000+07:00"),
  acceptedAt: ACCEPTED,
  due: DUE,
  step: "Thẩm tra hồ sơ",
  reason: "Người được khai sinh đã có khai sinh trong cơ sở dữ liệu hộ tịch điện tử.",
  askedBy: "Công chức tư pháp - hộ tịch, Ủy ban nhân dân phường Đạo Thạnh",
  returned: documents.filter(({ original = 0, copy = 0 }) => original + copy > 0),
  fees,
  unit: COMMITTEE,
  receivingUnit: unit.name,
};

/** Form 06 of people who do not exist. */
export const SAMPLE_CONTROL: ControlSheetData = {
  ...DOSSIER,
  competentUnit: "Ủy ban nhân dân phường Đạo Thạnh",
  documents,
  limit,
  acceptedAt: ACCEPTED,
  due: DUE,
  movedTo: "2026-10-08T17:00:00+07:00",
  windows: [
    { name: "Kiểm tra và chuyển hồ sơ", limit: { time: "3wd" }, from: ACCEPTED, due: "2026-10-08T17:00:00+07:00", closedAt: "2026-10-09T08:15:00.000+07:00", late: true, heldBy: ["Lãnh đạo, Ủy ban nhân dân phường Đạo Thạnh"] },
    { name: "Ký và phát hành", limit: { time: "1wd" }, from: "2026-10-09T08:15:00.000+07:00", due: "2026-10-12T17:00:00+07:00" },
  ],
  results: [{ name: "Giấy khai sinh", validUntil: "2027-04-05", duties: ["Báo cáo tình hình sử dụng, chậm nhất hết ngày 05/03/2027"], notify: ["chủ hồ sơ", "Công an phường Đạo Thạnh"] }],
  handovers: [
    { from: { unit: "Người nộp hồ sơ" }, to: { unit: "Trung tâm Phục vụ hành chính công phường Đạo Thạnh", person: "Cán bộ tiếp nhận, Trần Thị Quỳnh Ý" }, at: submittedAt, timing: "none", note: "Nộp hồ sơ" },
    { from: { unit: "Trung tâm Phục vụ hành chính công phường Đạo Thạnh", person: "Cán bộ tiếp nhận, Trần Thị Quỳnh Ý" }, to: { unit: "Ủy ban nhân dân phường Đạo Thạnh", person: "Công chức tư pháp - hộ tịch, Đặng Ngọc Bích" }, at: ACCEPTED, timing: "early", note: "Tiếp nhận hồ sơ: Tiếp nhận" },
    { from: { unit: "Ủy ban nhân dân phường Đạo Thạnh", person: "Công chức tư pháp - hộ tịch, Đặng Ngọc Bích" }, to: { unit: "Ủy ban nhân dân phường Đạo Thạnh", person: "Lãnh đạo, Lê Hữu Nghĩa" }, at: "2026-10-05T16:50:00.000+07:00", timing: "on-time", note: "Thẩm tra hồ sơ: Đạt" },
    { from: { unit: "Ủy ban nhân dân phường Đạo Thạnh", person: "Lãnh đạo, Lê Hữu Nghĩa" }, to: { unit: "Trung tâm Phục vụ hành chính công phường Đạo Thạnh" }, at: "2026-10-06T08:15:00.000+07:00", timing: "late", note: "Ký kết quả: Ký" },
  ],
};

/** One line of a register of people who do not exist. */
export function sampleLine(serial: number): RegisterLine {
  return {
    code: `H20.015-261005-${String(serial).padStart(4, "0")}`,
    content: procedure.name,
    sets: 1,
    owner: `Ỷ Lan Bẵng Kỳ Đẫm ${serial}`,
    contact: "Ấp Thử Nghiệm, Xã Mỹ Đức Tây, Tỉnh Đồng Tháp; 0900 000 123",
    competentUnit: "Ủy ban nhân dân phường Đạo Thạnh",
    receivedAt: ACCEPTED,
    due: DUE,
    ...(serial % 3 === 0 ? {} : { returnedAt: "2026-10-05T16:20:00+07:00" }),
    channel: serial % 2 === 0 ? "online" : "counter",
    resultBy: "tại quầy",
    note: serial % 3 === 0 ? "Đang xử lý; quá hạn" : "Đã trả kết quả",
  };
}

/** Form 07 of people who do not exist. */
export const SAMPLE_REGISTER: RegisterData = {
  unit,
  from: "2026-10-05",
  to: "2026-10-09",
  at: "2026-10-09T16:00:00.000+07:00",
  lines: [1, 2, 3, 4, 5, 6].map(sampleLine),
  qr: "https://motcua.dongthap.gov.vn/can-bo/so-theo-doi?don_vi=H20.015&tu=2026-10-05&den=2026-10-09",
  officer: "Trần Thị Quỳnh Ý",
};
