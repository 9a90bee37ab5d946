import type { DurationText, FormSchema, ProcedureFile, WorkflowFile } from "@motcua/procedure";

/** A shape of work to start a procedure from: everything of it stays the author's to change. */
export interface WorkflowTemplate {
  /** Name on the command line. */
  readonly id: string;
  /** One line for somebody who chooses, Vietnamese. */
  readonly about: string;
  readonly limit: { readonly time: DurationText; readonly cutOff?: string };
  readonly roles: readonly RoleId[];
  readonly steps: WorkflowFile["steps"];
  readonly questions?: ProcedureFile["questions"];
  /** Fields the form needs beyond the ones every form has, all of them required. */
  readonly fields?: Readonly<Record<string, FormSchema>>;
  /** Records officers make, for the form's `$defs`. */
  readonly records?: Readonly<Record<string, FormSchema>>;
  /** What an author has to decide about this shape, Vietnamese. */
  readonly decisions: readonly string[];
}

/** Roles the templates draw on, by the unit whose people hold them. */
export const ROLES = {
  can_bo_tiep_nhan: { name: { vi: "Cán bộ tiếp nhận và trả kết quả", en: "One-stop officer" }, unit: "receiving" },
  cong_chuc_thu_ly: { name: { vi: "Công chức thụ lý", en: "Officer in charge" }, unit: "competent" },
  doan_tham_dinh: { name: { vi: "Đoàn kiểm tra", en: "Inspection team" }, unit: "competent" },
  lanh_dao_ubnd: { name: { vi: "Lãnh đạo cơ quan giải quyết", en: "Leader of the competent agency" }, unit: "competent" },
  van_thu: { name: { vi: "Văn thư", en: "Clerk" }, unit: "competent" },
} satisfies ProcedureFile["roles"];

/** A role of {@link ROLES}. */
type RoleId = keyof typeof ROLES;

/** Result every template signs, until the author names it. */
export const RESULT = "ket_qua";
