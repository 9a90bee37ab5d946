import { dueAt, runClock } from "@motcua/calendar";
import { type ForkBranch, openSteps, type ForkMove } from "@motcua/procedure";
import { durationOf } from "./deadlines.ts";
import type { EventBody } from "./event.ts";
import { EXTENSION_STEP } from "./extension.ts";
import { leaveHold } from "./hold-clock.ts";
import type { Unfolding } from "./unfolding.ts";

type BranchMove = Extract<ForkMove, { readonly branch: string }>;
type BranchChanged = Extract<EventBody, { type: "branch-changed" }>;

/** Records what a move did to forks and takes back the work of branches that a fork was decided without. */
export function moveForks(story: Unfolding, forks: readonly ForkMove[] = []): void {
  for (const move of forks) {
    if ("outcome" in move) story.add({ type: "fork-joined", fork: move.fork, outcome: move.outcome });
    else story.add({ type: "branch-changed", fork: move.fork, branch: move.branch, to: move.became, ...partOf(story, move) });
  }
  if (forks.some((move) => "became" in move && move.became === "cancelled")) takeBack(story);
}

/** Whose part a branch is, told when it is opened, and what its own time says when it is opened and when it ends. */
function partOf(story: Unfolding, move: BranchMove): Pick<BranchChanged, "procedure" | "holder" | "due" | "late"> {
  const step = story.procedure.workflow.steps[move.fork];
  const branch = step?.kind === "fork" ? step.branches[move.branch] : undefined;
  if (branch === undefined) return {};
  const procedure = branch.procedure === undefined ? {} : { procedure: branch.procedure };
  if (move.became !== "open") return { ...procedure, ...lateness(story, move, branch) };
  const holder = branch.unit === undefined ? {} : { holder: story.reach().unitNamed(branch.unit) };
  return { ...procedure, ...holder, ...(branch.limit === undefined ? {} : { due: dueAt(clockOf(story, story.at, branch.limit)) }) };
}

/** A branch's own time stands still while the applicant is asked for something; what the other branches wait for is not its concern. */
function lateness(story: Unfolding, { fork, branch }: BranchMove, { limit }: ForkBranch): Pick<BranchChanged, "due" | "late"> {
  const openedAt = story.state.branches?.[fork]?.[branch]?.openedAt;
  if (limit === undefined || openedAt === undefined) return {};
  const asked = story.state.supplements.flatMap(({ requestedAt, completedAt }) => (completedAt === undefined || Date.parse(completedAt) <= Date.parse(openedAt) ? [] : [{ from: requestedAt, to: completedAt, policy: "EXTEND" as const }]));
  const { due } = runClock({ ...clockOf(story, openedAt, limit), pauses: asked });
  return { due, late: story.isPast(due) };
}

function clockOf({ context: { calendar } }: Unfolding, start: string, { time, cutOff }: NonNullable<ForkBranch["limit"]>) {
  return { start, limit: durationOf(time), calendar, ...(cutOff === undefined ? {} : { cutOff }) };
}

/** Tasks of steps the dossier does not stand at any more. The clock they held still runs on, unless another step holds it. */
function takeBack(story: Unfolding): void {
  const { steps } = story.procedure.workflow;
  const open = new Set(story.state.position === undefined ? [] : openSteps(story.state.position));
  for (const { id, step } of Object.values(story.state.tasks)) {
    if (open.has(step) || steps[step] === undefined || step === EXTENSION_STEP) continue;
    story.add({ type: "task-cancelled", task: id, why: "joined" });
    leaveHold(story, step);
  }
}
