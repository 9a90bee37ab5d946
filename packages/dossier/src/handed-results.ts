import { type Facts, madeResults, type ProcedureModule } from "@motcua/procedure";
import { issuedResult } from "./issued-results.ts";
import type { DossierState } from "./state.ts";

/** Ids of the results a dossier's done return steps have handed over, in the order of the definition: issued by these facts, and signed or sealed where a step of the office does that. */
export function handedResults(module: ProcedureModule, state: Pick<DossierState, "outcomes" | "results">, facts: Facts): readonly string[] {
  const { results, workflow } = module.procedure;
  const steps = Object.entries(workflow.steps);
  const made = new Set(steps.flatMap(([, step]) => madeResults(step)));
  const handed = new Set(steps.flatMap(([id, step]) => (step.kind === "return" && state.outcomes[id] !== undefined ? (step.results ?? results.map((one) => one.id)) : [])));
  return results.flatMap(({ id }) => (handed.has(id) && issuedResult(module, id, facts).issued && (!made.has(id) || state.results[id] !== undefined) ? [id] : []));
}
