import { evaluate, type ConsultStep, type Facts, type ProcedureModule } from "@motcua/procedure";
import type { DecideContext } from "../../decide.ts";
import type { OpenedTask } from "../../event.ts";

/** Somebody a consultation asks. */
export type ShadowParty = Extract<OpenedTask["assignee"], { kind: "unit" }>;

/** Whom a consultation asks by these facts, each once. */
export function shadowParties(module: ProcedureModule, id: string, of: { readonly facts: Facts; readonly competentUnit: string; readonly unitOfCommune: DecideContext["unitOfCommune"] }): readonly ShadowParty[] {
  const { facts, competentUnit, unitOfCommune } = of;
  const step = module.procedure.workflow.steps[id] as ConsultStep;
  const listed = evaluate<unknown>(module, `/workflow/steps/${id}/units`, facts, []);
  const communes = (Array.isArray(listed) ? listed : []).filter((each, index, all) => typeof each === "string" && all.indexOf(each) === index) as readonly string[];
  const named = (step.agencies ?? []).filter((agency, index) => evaluate(module, `/workflow/steps/${id}/agencies/${index}/when`, facts, agency.when === undefined));
  const units = communes.map((commune): ShadowParty => {
    const unit = unitOfCommune(commune);
    return unit === undefined ? { kind: "unit", unit: competentUnit, of: commune } : { kind: "unit", unit };
  });
  return [...units, ...named.map((agency): ShadowParty => ({ kind: "unit", unit: competentUnit, of: agency.id, name: agency.name.vi }))];
}
