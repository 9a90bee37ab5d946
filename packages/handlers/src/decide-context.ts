import type { DecideContext, PersonalRecord } from "@motcua/dossier";
import { toStateMachine } from "@motcua/workflow";
import type { ProcedureModule } from "@motcua/procedure";
import type { Ports } from "./ports/index.ts";

/** What a decision reads of the deployment: the calendar of a unit, the province's units and fees. */
export function decideContext(
  ports: Ports,
  module: ProcedureModule,
  dossier: { readonly unit: string; readonly personal?: PersonalRecord | undefined },
): DecideContext {
  const local = ports.province.procedures[module.procedure.code];
  const fees = Object.entries(local?.fees ?? {}).map(([id, fee]) => [id, fee.vnd] as const);
  const provinceUnit = ports.province.units.find(({ level }) => level === "province")?.code;
  return {
    module,
    machine: toStateMachine(module.procedure).shape,
    ...(dossier.personal === undefined ? {} : { personal: dossier.personal }),
    calendar: ports.calendar(dossier.unit),
    ...(provinceUnit === undefined ? {} : { provinceUnit }),
    unitOfCommune: (commune) => ports.province.routing?.[commune] ?? ports.province.units.find((unit) => unit.commune === commune)?.code,
    localFees: Object.fromEntries(fees),
    localLimits: local?.limits ?? {},
  };
}
