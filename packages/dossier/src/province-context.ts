import type { WorkCalendar } from "@motcua/calendar";
import type { ProcedureModule, Province } from "@motcua/procedure";
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
  const local = province.procedures[module.procedure.code];
  const provinceUnit = province.units.find(({ level }) => level === "province")?.code;
  return {
    module,
    machine,
    calendar,
    ...(provinceUnit === undefined ? {} : { provinceUnit }),
    unitOfCommune: (commune) => province.routing?.[commune] ?? province.units.find((unit) => unit.commune === commune)?.code,
    localFees: Object.fromEntries(Object.entries(local?.fees ?? {}).map(([id, { vnd }]) => [id, vnd])),
    localLimits: local?.limits ?? {},
  };
}
