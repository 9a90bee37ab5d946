import type { Step } from "./workflow.ts";

/** Ids of the results a step signs or seals, whichever of them is issued; none for a step of another kind. */
export function madeResults(step: Step | undefined): readonly string[] {
  if (step?.kind !== "sign" && step?.kind !== "seal") return [];
  return step.results ?? (step.result === undefined ? [] : [step.result]);
}
