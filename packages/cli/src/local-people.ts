import type { Province } from "@motcua/procedure";

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

const OFFICERS: readonly { readonly login: string; readonly name: string; readonly about: string; readonly roles: readonly string[] }[] = [
  { login: "motcua", name: "Nguyễn Thị Tiếp Nhận", about: "công chức một cửa", roles: ["can_bo_tiep_nhan"] },
  { login: "chuyenvien", name: "Trần Văn Thụ Lý", about: "công chức chuyên môn", roles: ["cong_chuc_thu_ly"] },
  { login: "thamdinh", name: "Lê Văn Thẩm Định", about: "đoàn thẩm định", roles: ["doan_tham_dinh"] },
  { login: "truongphong", name: "Phạm Thị Trưởng Phòng", about: "lãnh đạo phòng chuyên môn", roles: ["lanh_dao_phong"] },
  { login: "lanhdao", name: "Hoàng Văn Lãnh Đạo", about: "lãnh đạo Ủy ban nhân dân xã", roles: ["lanh_dao_ubnd", "lanh_dao_ttpvhcc"] },
  { login: "vanthu", name: "Võ Thị Văn Thư", about: "văn thư", roles: ["van_thu"] },
  { login: "phoihop", name: "Đặng Thị Phối Hợp", about: "cơ quan được lấy ý kiến", roles: ["co_quan_phoi_hop"] },
];

/** Role ids the local officers cover between them. */
export const LOCAL_ROLES: readonly string[] = OFFICERS.flatMap((officer) => officer.roles);

/**
 * People who stand for citizens, officers and leaders of a province on this machine. Officers hold their role in each of
 * the units given, so that one of each is enough to try everything.
 */
export function localPeople(province: Province, units: readonly string[]): readonly LocalPerson[] {
  const citizens = [
    { sub: "local-congdan", login: "congdan", name: "Công Dân Thử Nghiệm", about: "công dân" },
    { sub: "local-congdan2", login: "congdan2", name: "Công Dân Khác", about: "công dân khác, để thử quyền xem" },
  ];
  const known = new Set(province.units.map((unit) => unit.code));
  const served = units.filter((unit) => known.has(unit));
  return [
    ...citizens.map((citizen) => ({ ...citizen, memberships: [] })),
    ...OFFICERS.map((officer) => ({
      sub: `local-${officer.login}`,
      login: officer.login,
      name: officer.name,
      about: officer.about,
      memberships: served.flatMap((unit) => officer.roles.map((role) => ({ unit, role }))),
    })),
    {
      sub: "local-ngoaicuoc",
      login: "noikhac",
      name: "Bùi Văn Nơi Khác",
      about: "công chức một cửa của một đơn vị khác, để thử quyền",
      memberships: elsewhere(province, served).map((unit) => ({ unit, role: "can_bo_tiep_nhan" })),
    },
  ];
}

function elsewhere(province: Province, served: readonly string[]): readonly string[] {
  const other = province.units.find((unit) => unit.level === "commune" && !served.includes(unit.code));
  return other === undefined ? [] : [other.code];
}
