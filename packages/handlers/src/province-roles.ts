import type { Province } from "@motcua/procedure";
import type { Person } from "./rights.ts";

/** Roles that belong to no procedure: whoever holds one acts for the province's own unit, or for the unit they hold it in. */
export const PROVINCE_ROLES = {
  /** Runs the system: sees what is not yet sent, has it sent again. */
  administrator: "quan_tri",
  /** Answers for personal data (bảo vệ dữ liệu cá nhân): decides on erasure. */
  "data-protection": "bao_ve_du_lieu",
} as const;

/** The province's own unit: people who hold a role there hold it for all units. */
export function provinceUnit({ units, agency }: Pick<Province, "units" | "agency">): string {
  return units.find(({ level }) => level === "province")?.code ?? agency;
}

/** Whether a person holds a province's role for a unit: there, or at the province. */
export function holdsFor(person: Person, role: keyof typeof PROVINCE_ROLES, of: { readonly unit: string; readonly province: Pick<Province, "units" | "agency"> }): boolean {
  const places = new Set([of.unit, provinceUnit(of.province)]);
  return person.memberships.some((membership) => membership.role === PROVINCE_ROLES[role] && places.has(membership.unit));
}
