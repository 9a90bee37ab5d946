import type { Actor, Holder, OpenedTask } from "@motcua/dossier";
import type { HandoverSide } from "@motcua/papers";
import type { Procedure } from "@motcua/procedure";
import type { Ports } from "../ports/index.ts";
import { unitName } from "./dossier-paper.ts";
import { systemName } from "./system-names.ts";

/** The applicant, as papers call them. */
export const APPLICANT: HandoverSide = { unit: "Người nộp hồ sơ" };
const CLOCK: HandoverSide = { unit: "Hệ thống (theo thời hạn)" };

/** What sides are named with. */
export interface SideNames {
  readonly ports: Pick<Ports, "province">;
  readonly procedure: Procedure;
  /** Names of people by `sub`. */
  readonly people: ReadonlyMap<string, string>;
}

/** Who acted: the applicant, an officer by unit, role and name, or the system. */
export function actorSide({ kind, id, unit, role }: Actor, names: SideNames): HandoverSide {
  if (kind === "applicant") return APPLICANT;
  if (kind === "system") return CLOCK;
  return officerSide(names, { unit, role, sub: id });
}

/** Whom a task is for; `sub` is who did it, once somebody has. */
export function assigneeSide({ assignee }: OpenedTask, names: SideNames, sub?: string): HandoverSide {
  switch (assignee.kind) {
    case "role":
      return { ...officerSide(names, { unit: assignee.unit, role: assignee.role, sub }), ...(assignee.name === undefined ? {} : { unit: assignee.name }) };
    case "unit":
      return { unit: assignee.name ?? unitName(names.ports, assignee.unit), ...personOf([sub === undefined ? undefined : names.people.get(sub)]) };
    case "system":
      return { unit: systemName(assignee.system) };
    case "applicant":
      return APPLICANT;
    case "clock":
      return CLOCK;
  }
}

/** Who held a dossier at a moment: no person, but a role of a unit; the unit whose part it is before the one that enters it. */
export function holderSide({ who, unit, of, role }: Holder, names: SideNames): HandoverSide {
  if (who === "applicant") return APPLICANT;
  if (unit === undefined) return CLOCK;
  const part = of === undefined ? undefined : names.procedure.units?.[of]?.name.vi;
  return { ...officerSide(names, { unit, role }), ...(part === undefined ? {} : { unit: part }) };
}

/** A side on one line. */
export function sideWords({ unit, person }: HandoverSide): string {
  return person === undefined ? unit : `${person}, ${unit}`;
}

function officerSide({ ports, procedure, people }: SideNames, of: { readonly unit: string | undefined; readonly role: string | undefined; readonly sub?: string | undefined }): HandoverSide {
  // An officer of a unit that was asked may hold a role this procedure does not name.
  const role = of.role === undefined ? undefined : procedure.roles[of.role]?.name.vi;
  return { unit: of.unit === undefined ? "Cán bộ" : unitName(ports, of.unit), ...personOf([role, of.sub === undefined ? undefined : people.get(of.sub)]) };
}

function personOf(parts: readonly (string | undefined)[]): { readonly person?: string } {
  const person = parts.filter((part) => part !== undefined).join(", ");
  return person === "" ? {} : { person };
}
