import { openSteps, type NationalStatus, type Procedure, type StepKind } from "@motcua/procedure";
import type { DossierState, Phase } from "./state.ts";
import type { Unfolding } from "./unfolding.ts";

/** Status while a step of a kind is open, where the step names none. */
const OF_KIND: Readonly<Partial<Record<StepKind, NationalStatus>>> = { pay: 6, return: 9 };
const IN_PROCESS: NationalStatus = 4;

/** Status of phases that do not depend on a step. A withdrawal before acceptance is no end for the indicators: its event says so. */
const OF_PHASE: Readonly<Partial<Record<Phase, NationalStatus>>> = { supplement: 5, refused: 3, withdrawn: 7, stopped: 8, returned: 10 };

/** The national status a dossier projects to; of several open steps the least advanced counts. */
export function nationalStatus(state: DossierState, procedure: Procedure): NationalStatus {
  // A closing record: withdrawn is what it was, and stays, for the indicators.
  if (state.withdrawalConfirmed === true) return 8;
  const fixed = OF_PHASE[state.phase];
  if (fixed !== undefined) return fixed;
  const open = state.position === undefined ? [] : openSteps(state.position).flatMap((id) => procedure.workflow.steps[id] ?? []);
  if (state.acceptedAt === undefined) return open.some(({ kind }) => kind === "pay") ? 6 : 1;
  if (open.length === 0) return state.phase === "finished" ? 9 : 2;
  return open.map((step) => step.status ?? OF_KIND[step.kind] ?? IN_PROCESS).reduce((least, each) => (each < least ? each : least));
}

/** Records a change of the national status, where there is one. */
export function projectStatus(story: Unfolding, to: NationalStatus = nationalStatus(story.state, story.procedure)): void {
  const from = story.state.nationalStatus;
  if (from !== to) story.add({ type: "status-changed", from, to });
}
