import type { Step } from "@motcua/procedure";
import type { DossierState } from "./state.ts";

type Counted = Pick<DossierState, "loops">;

/** An outcome of a step. */
export interface StepOutcome {
  readonly step: string;
  readonly outcome: string;
}

/** Whether an outcome that leads back was chosen as often as its step allows. */
export function isLoopBoundReached(step: Step | undefined, { loops }: Counted, of: StepOutcome): boolean {
  const bound = boundOf(step, of.outcome);
  return bound !== undefined && (loops?.[loopKey(of)] ?? 0) >= bound;
}

/** How many times the outcome is chosen with this one, where its step bounds that. */
export function loopCount(step: Step, { loops }: Counted, of: StepOutcome): { readonly nth?: number } {
  return boundOf(step, of.outcome) === undefined ? {} : { nth: (loops?.[loopKey(of)] ?? 0) + 1 };
}

/** How the state keeps the count of an outcome. */
export function loopKey({ step, outcome }: StepOutcome): string {
  return `${step}/${outcome}`;
}

function boundOf(step: Step | undefined, outcome: string): number | undefined {
  return step !== undefined && "atMost" in step ? step.atMost?.[outcome] : undefined;
}
