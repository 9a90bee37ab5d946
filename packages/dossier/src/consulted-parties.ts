import { evaluate, type ConsultStep, type Facts, type ProcedureModule } from "@motcua/procedure";
import type { OpenedTask } from "./event.ts";
import type { UnitHolder } from "./unit-holder.ts";

/** Whom a consultation reaches: units of the province themselves, everybody else through the competent unit. */
export interface Reach {
  readonly competentUnit: string;
  readonly unitOfCommune: (commune: string) => string | undefined;
  /** One of the procedure's `units`. */
  readonly unitNamed: (id: string) => UnitHolder;
}

/** Assignee of one part of a consultation. */
export type ConsultedParty = Extract<OpenedTask["assignee"], { kind: "unit" }>;

/** The units and agencies a consult step asks now, each once; none where it lists nobody. */
export function consultedParties(module: ProcedureModule, id: string, { facts, reach }: { readonly facts: Facts; readonly reach: Reach }): readonly ConsultedParty[] {
  const step = module.procedure.workflow.steps[id] as ConsultStep;
  const listed = evaluate<unknown>(module, `/workflow/steps/${id}/units`, facts, []);
  // An entry of a list may name no commune: somebody lived abroad.
  const communes = new Set((Array.isArray(listed) ? listed : []).filter((commune) => typeof commune === "string" && commune !== ""));
  const agencies = (step.agencies ?? []).filter((agency, index) => evaluate(module, `/workflow/steps/${id}/agencies/${index}/when`, facts, agency.when === undefined));
  return [
    ...[...communes].map((commune) => communeParty(commune, reach)),
    ...agencies.map(({ id: of, name, unit }) => ({ kind: "unit" as const, unit: unit === undefined ? reach.competentUnit : reach.unitNamed(unit).unit, of, name: name.vi })),
  ];
}

/** A commune of another province is written to by the competent unit, which enters the answer. */
function communeParty(commune: string, { competentUnit, unitOfCommune }: Reach): ConsultedParty {
  const unit = unitOfCommune(commune);
  return unit === undefined ? { kind: "unit", unit: competentUnit, of: commune } : { kind: "unit", unit };
}
