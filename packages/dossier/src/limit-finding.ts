import { evaluate, type Facts, type ProcedureModule } from "@motcua/procedure";

/** Number of the first finding that holds among those that bring a case another legal limit; `undefined` where none does. */
export function limitFinding(module: ProcedureModule, id: string, facts: Facts): number | undefined {
  const findings = module.procedure.cases[id]?.limit.then ?? [];
  const index = findings.findIndex((_, number) => evaluate(module, `/procedure/cases/${id}/limit/then/${number}/when`, facts, false));
  return index === -1 ? undefined : index;
}
