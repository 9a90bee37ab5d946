import type { Step, StepKind, Target } from "@motcua/procedure";

/** Kinds whose outcomes the author of a workflow invents; those of all others are the same everywhere. */
const INVENTED: ReadonlySet<StepKind> = new Set(["task", "inspect"]);

/** A step's outcomes in an order that does not depend on names an author chose, with what the state machine calls them. */
export function canonicalOutcomes(step: Step): readonly { readonly outcome: string; readonly name: string; readonly target: Target }[] {
  const written = Object.entries(step.next);
  if (INVENTED.has(step.kind)) return written.map(([outcome, target], at) => ({ outcome, name: `o${at + 1}`, target }));
  return written.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([outcome, target]) => ({ outcome, name: outcome, target }));
}
