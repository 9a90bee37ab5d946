import { type Facts, madeResults, type ProcedureModule, type Step } from "@motcua/procedure";
import { issuedResult } from "./issued-results.ts";
import type { DossierState } from "./state.ts";

/** Whose results are chosen among, and by what. */
export interface ChoiceOfResults {
  readonly module: ProcedureModule;
  readonly state: Pick<DossierState, "results">;
  readonly facts: Facts;
}

/** The results a step signs or seals now: the one it names; of several those that are issued by these facts. Nothing is sealed that a step signs and has not signed yet. */
export function chosenResults({ module, state, facts }: ChoiceOfResults, step: Step): readonly string[] {
  const made = madeResults(step);
  if (made.length < 2) return made;
  const signed = new Set(Object.values(module.procedure.workflow.steps).flatMap((other) => (other.kind === "sign" ? madeResults(other) : [])));
  return made.filter((id) => (step.kind === "seal" && signed.has(id) && state.results[id]?.signedAt === undefined ? false : issuedResult(module, id, facts).issued));
}
