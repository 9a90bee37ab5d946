import { valueAt } from "@motcua/dossier";
import { PROVINCE_ROLES, provinceUnit } from "@motcua/handlers";
import { type Province, type Sample, textIn } from "@motcua/procedure";
import type { BuiltProcedure } from "./built.ts";

/** Somebody who can log in to the local shop. Nobody here exists. */
export interface LocalPerson {
  /** OIDC `sub`. */
  readonly sub: string;
  readonly login: string;
  readonly name: string;
  /** What the list of log-ins says of the person. */
  readonly about: string;
  readonly memberships: readonly { readonly unit: string; readonly role: string }[];
}

/** Role of whoever answers a consultation. */
const CONSULTED = "co_quan_phoi_hop";

const OFFICERS: readonly { readonly login: string; readonly name: string; readonly about: string; readonly roles: readonly string[] }[] = [
  { login: "motcua", name: "Nguyễn Thị Tiếp Nhận", about: "công chức một cửa", roles: ["can_bo_tiep_nhan"] },
  { login: "chuyenvien", name: "Trần Văn Thụ Lý", about: "công chức chuyên môn", roles: ["cong_chuc_thu_ly"] },
  { login: "thamdinh", name: "Lê Văn Thẩm Định", about: "đoàn thẩm định", roles: ["doan_tham_dinh"] },
  { login: "truongphong", name: "Phạm Thị Trưởng Phòng", about: "lãnh đạo phòng chuyên môn", roles: ["lanh_dao_phong"] },
  { login: "lanhdao", name: "Hoàng Văn Lãnh Đạo", about: "lãnh đạo Ủy ban nhân dân xã", roles: ["lanh_dao_ubnd", "lanh_dao_ttpvhcc"] },
  { login: "vanthu", name: "Võ Thị Văn Thư", about: "văn thư", roles: ["van_thu"] },
  { login: "congan", name: "Lý Văn Công An", about: "công an xã: đăng ký cư trú, cảnh sát khu vực", roles: ["can_bo_dang_ky", "canh_sat_khu_vuc"] },
  { login: "truongcongan", name: "Ngô Văn Trưởng Công An", about: "lãnh đạo công an xã", roles: ["lanh_dao_cong_an"] },
  { login: "bhxh", name: "Mai Thị Bảo Hiểm", about: "bảo hiểm xã hội cơ sở", roles: ["can_bo_bhxh", "lanh_dao_bhxh"] },
  { login: "datdai", name: "Cao Văn Địa Chính", about: "văn phòng đăng ký đất đai", roles: ["chuyen_vien_vpdk", "lanh_dao_vpdk"] },
  { login: "thue", name: "Trịnh Thị Thuế", about: "cơ quan thuế", roles: ["can_bo_thue"] },
  { login: "phoihop", name: "Đặng Thị Phối Hợp", about: "cơ quan, xã được lấy ý kiến", roles: [CONSULTED] },
];

/** Who holds a role of the province itself, for all its units. */
const PROVINCE_PEOPLE: readonly { readonly login: string; readonly name: string; readonly about: string; readonly role: keyof typeof PROVINCE_ROLES }[] = [
  { login: "quantri", name: "Phan Văn Quản Trị", about: "quản trị hệ thống của tỉnh", role: "administrator" },
  { login: "baove", name: "Đỗ Thị Bảo Vệ", about: "bảo vệ dữ liệu cá nhân của tỉnh", role: "data-protection" },
  { login: "baove2", name: "Hồ Văn Dữ Liệu", about: "bảo vệ dữ liệu cá nhân của tỉnh, người thứ hai", role: "data-protection" },
];

/** Role ids the local officers cover between them. */
const LOCAL_ROLES: readonly string[] = OFFICERS.flatMap((officer) => officer.roles);

/** What people are found for: who works on a procedure, and the samples that are driven through it. */
export type StaffedProcedure = Pick<BuiltProcedure, "staff"> & { readonly samples: readonly { readonly sample: Sample }[] };

/**
 * People who stand for citizens, officers and leaders of a province on this machine, enough to try everything the samples
 * do. Officers hold their role in every unit that receives or settles a sample; whoever acts where somebody lives, and
 * who is consulted, in every unit a sample speaks of. Whoever acts for another unit a procedure names holds the role in
 * every agency and above the communes too. A role only a new procedure has gets an officer of its own, whose login is the
 * role's id.
 */
export function localPeople(province: Province, procedures: readonly StaffedProcedure[]): readonly LocalPerson[] {
  const citizens = [
    { sub: "local-congdan", login: "congdan", name: "Công Dân Thử Nghiệm", about: "công dân" },
    { sub: "local-congdan2", login: "congdan2", name: "Công Dân Khác", about: "công dân khác, để thử quyền xem" },
  ];
  const served = servedUnits(province, procedures);
  const consulted = unitsSpokenOf(province, procedures);
  const home = rolesAtHome(procedures);
  const parted = rolesOfParts(procedures);
  const above = province.units.filter(({ level, agency }) => level !== "commune" || agency !== undefined).map(({ code }) => code);
  const unitsOf = (role: string) => [...new Set([...served, ...(home.has(role) || parted.has(role) ? consulted : []), ...(parted.has(role) ? above : [])])];
  return [
    ...citizens.map((citizen) => ({ ...citizen, memberships: [] })),
    ...[...OFFICERS, ...ownOfficers(procedures)].map(({ roles, ...officer }) => ({
      ...officer,
      sub: `local-${officer.login}`,
      memberships: roles.flatMap((role) => unitsOf(role).map((unit) => ({ unit, role }))),
    })),
    ...PROVINCE_PEOPLE.map(({ role, ...person }) => ({ ...person, sub: `local-${person.login}`, memberships: [{ unit: provinceUnit(province), role: PROVINCE_ROLES[role] }] })),
    {
      sub: "local-ngoaicuoc",
      login: "noikhac",
      name: "Bùi Văn Nơi Khác",
      about: "công chức một cửa của một đơn vị khác, để thử quyền",
      memberships: elsewhere(province, [...served, ...consulted]).map((unit) => ({ unit, role: "can_bo_tiep_nhan" })),
    },
  ];
}

/** An officer for every role none of the others holds. */
function ownOfficers(procedures: readonly StaffedProcedure[]): typeof OFFICERS {
  const named = new Map(procedures.flatMap(({ staff }) => Object.entries(staff.roles).map(([id, { name }]) => [id, textIn(name)])));
  const own = [...named].filter(([id]) => !LOCAL_ROLES.includes(id));
  return own.map(([id, about], index) => ({ login: id, name: `Cán Bộ Thử Nghiệm ${index + 1}`, about, roles: [id] }));
}

/** Roles that act where somebody in a sample lives, wherever the dossier was received. */
function rolesAtHome(procedures: readonly StaffedProcedure[]): ReadonlySet<string> {
  const roles = procedures.flatMap(({ staff }) => Object.entries(staff.roles));
  return new Set([CONSULTED, ...roles.filter(([, { unit }]) => typeof unit === "object").map(([id]) => id)]);
}

/** Roles of units a procedure names beside the receiving and the competent one: agencies, other levels. */
function rolesOfParts(procedures: readonly StaffedProcedure[]): ReadonlySet<string> {
  return new Set(procedures.flatMap(({ staff: { roles, competentUnit } }) => {
    const settles = competentUnit !== undefined && "unit" in competentUnit;
    return Object.entries(roles).flatMap(([id, { unit }]) => (typeof unit === "string" && unit !== "receiving" && (settles || unit !== "competent") ? [id] : []));
  }));
}

/** Units that receive a sample or settle it, in the order of the province's table. */
function servedUnits(province: Province, procedures: readonly StaffedProcedure[]): readonly string[] {
  const served = new Set(procedures.flatMap(({ staff, samples }) => samples.flatMap(({ sample }) => [sample.receivingUnit, settledBy(province, staff, sample)])));
  return province.units.filter(({ code }) => served.has(code)).map(({ code }) => code);
}

function settledBy(province: Province, { competentUnit }: StaffedProcedure["staff"], { form }: Sample): string | undefined {
  if (competentUnit === undefined) return undefined;
  if (!("at" in competentUnit)) return provinceUnit(province);
  const commune = valueAt(form, competentUnit.at);
  if (typeof commune !== "string") return undefined;
  return province.routing?.[commune] ?? province.units.find((unit) => unit.commune === commune)?.code;
}

/** Units whose commune stands anywhere in a sample: where somebody lived, what an officer asks about. */
function unitsSpokenOf(province: Province, procedures: readonly StaffedProcedure[]): readonly string[] {
  const samples = JSON.stringify(procedures.map((procedure) => procedure.samples.map(({ sample }) => sample)));
  const words = new Set([...samples.matchAll(/"(\d{5})"/g)].map(([, word]) => word));
  return province.units.filter(({ commune }) => commune !== undefined && words.has(commune)).map(({ code }) => code);
}

function elsewhere(province: Province, served: readonly string[]): readonly string[] {
  const other = province.units.find((unit) => unit.level === "commune" && !served.includes(unit.code));
  return other === undefined ? [] : [other.code];
}
