import { openSteps, type ForkMove } from "@motcua/procedure";
import { EXTENSION_STEP } from "./extension.ts";
import { holdReason, resume } from "./hold-clock.ts";
import type { Unfolding } from "./unfolding.ts";

/** Records what a move did to forks and takes back the work of branches that a fork was decided without. */
export function moveForks(story: Unfolding, forks: readonly ForkMove[] = []): void {
  for (const move of forks) {
    if ("outcome" in move) story.add({ type: "fork-joined", fork: move.fork, outcome: move.outcome });
    else story.add({ type: "branch-changed", fork: move.fork, branch: move.branch, to: move.became, ...procedureOf(story, move) });
  }
  if (forks.some((move) => "became" in move && move.became === "cancelled")) takeBack(story);
}

function procedureOf({ procedure }: Unfolding, { fork, branch }: { readonly fork: string; readonly branch: string }): { readonly procedure?: string } {
  const step = procedure.workflow.steps[fork];
  const code = step?.kind === "fork" ? step.branches[branch]?.procedure : undefined;
  return code === undefined ? {} : { procedure: code };
}

/** Tasks of steps the dossier does not stand at any more. The clock they held still runs on, unless another step holds it. */
function takeBack(story: Unfolding): void {
  const { steps } = story.procedure.workflow;
  const open = new Set(story.state.position === undefined ? [] : openSteps(story.state.position));
  for (const { id, step } of Object.values(story.state.tasks)) {
    if (open.has(step) || steps[step] === undefined || step === EXTENSION_STEP) continue;
    story.add({ type: "task-cancelled", task: id, why: "joined" });
    const why = holdReason(story, steps[step]);
    if (why !== undefined && [...open].every((other) => holdReason(story, steps[other]) === undefined)) resume(story, why);
  }
}
