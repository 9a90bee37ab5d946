import type { WorkCalendar } from "@motcua/calendar";
import { localSettings, type ProcedureModule, type Province } from "@motcua/procedure";
import type { DecideContext } from "./decide.ts";

/** Where and by what a dossier is decided. */
export interface DecisionPlace {
  readonly province: Province;
  /** Calendar of the unit that counts. */
  readonly calendar: WorkCalendar;
  /** Shape of the state machine that runs the workflow. */
  readonly machine: string;
}

/** What a decision reads of a province: its units, routing, fees and limits. */
export function provinceContext(module: ProcedureModule, { province, calendar, machine }: DecisionPlace): DecideContext {
  const local = localSettings(province, module.procedure);
  const provinceUnit = province.units.find(({ level, agency }) => level === "province" && agency === undefined)?.code;
  const unitOfCommune = (commune: string) => province.routing?.[commune] ?? province.units.find((unit) => unit.commune === commune && unit.agency === undefined)?.code;
  return {
    module,
    machine,
    calendar,
    ...(provinceUnit === undefined ? {} : { provinceUnit }),
    unitOfCommune,
    unitOf: ({ level, agency, commune }) => {
      if (agency === undefined && level === "commune") return commune === undefined ? undefined : unitOfCommune(commune);
      // What belongs to a commune of another province belongs to that province.
      if (commune !== undefined && unitOfCommune(commune) === undefined) return undefined;
      const alike = province.units.filter((unit) => unit.level === level && unit.agency === agency);
      const serving = alike.find(({ commune: own, serves }) => commune !== undefined && (own === commune || serves?.includes(commune) === true));
      return (serving ?? (level === "commune" ? undefined : alike.find(({ serves }) => serves === undefined)))?.code;
    },
    localFees: local?.fees ?? {},
    localLimits: local?.limits ?? {},
  };
}
