import type { WorkCalendar } from "@motcua/calendar";
import type { Facts, Problem, Procedure, ProcedureModule, Province } from "@motcua/procedure";
import { ok } from "@motcua/procedure";
import type { CatalogueEntry } from "../ports/catalogue.ts";

/** A small procedure written by hand: intake, checking with a call to a register, signing, return. */
export const SAMPLE_PROCEDURE: Procedure = {
  code: "9.000001",
  version: "0123456789abcdef",
  name: { vi: "Xác nhận mẫu", en: "Sample confirmation" },
  field: { id: "mau", name: { vi: "Mẫu" } },
  levels: ["commune"],
  channels: ["online", "counter"],
  effective: { from: "2026-01-01" },
  legalBasis: [],
  parties: {
    submitter: { name: ["/ho_ten"], phone: ["/dien_thoai"] },
    owner: { name: ["/ho_ten"], identity: ["/so_dinh_danh"], phone: ["/dien_thoai"] },
  },
  roles: {
    can_bo_tiep_nhan: { name: { vi: "Cán bộ tiếp nhận", en: "Intake officer" }, unit: "receiving" },
    cong_chuc_thu_ly: { name: { vi: "Công chức thụ lý", en: "Handling officer" }, unit: "competent" },
    lanh_dao_ubnd: { name: { vi: "Lãnh đạo UBND", en: "Leader" }, unit: "competent" },
  },
  cases: { chung: { name: { vi: "Chung" }, limit: { time: "3wd", source: "mẫu" } } },
  documents: [
    { id: "to_khai", name: { vi: "Tờ khai" }, mode: "submit", isForm: true },
    { id: "giay_to", name: { vi: "Giấy tờ kèm theo" }, mode: "submit", copies: { copy: 1 } },
  ],
  fees: [{ id: "le_phi", name: { vi: "Lệ phí" }, kind: "fee", amount: { state: "set-locally", source: "mẫu" }, collect: "intake" }],
  clock: { supplement: "RESTART", supplementLimit: { count: 1, hard: false, source: "mẫu" }, responseWindow: "10d" },
  results: [{ id: "giay_xac_nhan", name: { vi: "Giấy xác nhận", en: "Confirmation" }, signed: true, sealed: false }],
  form: { type: "object", required: ["ho_ten", "dien_thoai"], properties: { ho_ten: { type: "string" }, dien_thoai: { type: "string" }, so_dinh_danh: { type: "string" } } },
  workflow: {
    start: "tiep_nhan",
    steps: {
      tiep_nhan: { kind: "intake", name: { vi: "Tiếp nhận", en: "Intake" }, role: "can_bo_tiep_nhan", time: "2wh", next: { accept: "tra_cuu", refuse: "@refuse" } },
      tra_cuu: { kind: "register", name: { vi: "Tra cứu dân cư", en: "Population look-up" }, system: "population-db", operation: "look-up", next: { done: "tham_tra", rejected: "tham_tra", unavailable: "tham_tra" } },
      tham_tra: { kind: "task", name: { vi: "Thẩm tra", en: "Check" }, role: "cong_chuc_thu_ly", time: "4wh", next: { du_dieu_kien: "ky", khong_du: "@stop" }, outcomes: { du_dieu_kien: { vi: "Đủ điều kiện", en: "Eligible" }, khong_du: { vi: "Không đủ điều kiện", en: "Not eligible" } } },
      ky: { kind: "sign", name: { vi: "Ký", en: "Sign" }, role: "lanh_dao_ubnd", result: "giay_xac_nhan", time: "2wh", next: { signed: "tra" } },
      tra: { kind: "return", name: { vi: "Trả kết quả", en: "Return" }, role: "can_bo_tiep_nhan", time: "30min", next: { returned: "@end" } },
    },
  },
  expressions: {},
};

/** The sample procedure as it runs: a name and a phone are required. */
export const SAMPLE_MODULE: ProcedureModule = {
  procedure: SAMPLE_PROCEDURE,
  expressions: { "/form/x-rules/0/assert": ({ form }: Facts) => form !== undefined },
  check: (value, context) => {
    const problems = SAMPLE_MODULE.problems(value, context);
    return problems.length === 0 ? ok(value) : { ok: false, problems };
  },
  problems: (value) => ["ho_ten", "dien_thoai"].filter((field) => !isText((value as Record<string, unknown> | null)?.[field])).map(missing),
  checkRecord: (_step, value) => ok(value),
};

/** The catalogue's line for the sample procedure. */
export const SAMPLE_ENTRY: CatalogueEntry = { code: "9.000001", version: "0123456789abcdef", name: SAMPLE_PROCEDURE.name, field: SAMPLE_PROCEDURE.field, from: "2026-01-01", shape: "sample" };

/** A form the sample procedure takes, of a person who does not exist. */
export const SAMPLE_FORM = { ho_ten: "Nguyễn Văn Thử", dien_thoai: "0900 000 123", so_dinh_danh: "087200004567" };

const WEEK = [{ from: "07:00", to: "11:30" }, { from: "13:00", to: "17:00" }];

/** Two communes of a province, open on weekdays. */
export const SAMPLE_PROVINCE: Province = {
  id: "mau",
  code: "82",
  name: { vi: "Tỉnh Mẫu" },
  agency: "H20",
  parentName: { vi: "UBND tỉnh Mẫu" },
  sessions: Object.fromEntries(["1", "2", "3", "4", "5"].map((day) => [day, WEEK])),
  units: [
    { code: "H20.015", name: { vi: "UBND xã Mẫu Một" }, level: "commune", commune: "30001", parentName: { vi: "UBND tỉnh Mẫu" } },
    { code: "H20.016", name: { vi: "UBND xã Mẫu Hai" }, level: "commune", commune: "30002", parentName: { vi: "UBND tỉnh Mẫu" } },
  ],
  procedures: { "9.000001": { fees: { le_phi: { vnd: 5000, source: "mẫu" } } } },
};

/** Their calendar, without holidays. */
export const SAMPLE_CALENDAR: WorkCalendar = { years: [{ year: 2026, days: [], provisional: [] }], sessions: SAMPLE_PROVINCE.sessions };

function isText(value: unknown): boolean {
  return typeof value === "string" && value !== "";
}

function missing(field: string): Problem {
  return { code: "required", pointer: `/${field}`, message: { vi: "Chưa nhập", en: "Required" } };
}
