import { type DecideContext, type PersonalRecord, provinceContext } from "@motcua/dossier";
import { toStateMachine } from "@motcua/workflow";
import type { ProcedureModule } from "@motcua/procedure";
import type { Ports } from "./ports/index.ts";

/** What a decision reads of the deployment: the calendar of a unit, the province's units, fees and limits. */
export function decideContext(
  ports: Ports,
  module: ProcedureModule,
  dossier: { readonly unit: string; readonly personal?: PersonalRecord | undefined },
): DecideContext {
  const context = provinceContext(module, { province: ports.province, calendar: ports.calendar(dossier.unit), machine: toStateMachine(module.procedure).shape });
  return dossier.personal === undefined ? context : { ...context, personal: dossier.personal };
}
