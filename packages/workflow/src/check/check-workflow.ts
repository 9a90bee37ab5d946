import type { Problem, Procedure } from "@motcua/procedure";
import { endsBranch } from "../plan/arrivals.ts";
import type { PlannedState, PlannedTable } from "../plan/plan.ts";
import { planWorkflow, stepsIn } from "../plan/plan-workflow.ts";
import { UnrunnableWorkflow } from "../plan/unrunnable-workflow.ts";
import { workflowProblem } from "./workflow-problem.ts";

/**
 * What is wrong with the ways of a workflow whose names are right: steps that are never reached or never end, branches
 * that never join; or, alone, why no state machine can be made of it. Pointers are into the procedure.
 */
export function checkWorkflow({ workflow }: Pick<Procedure, "workflow">): readonly Problem[] {
  try {
    const { top } = planWorkflow(workflow);
    const reached = new Set(stepsIn(top));
    return [
      ...Object.keys(workflow.steps).filter((id) => !reached.has(id)).map((id) => workflowProblem("step-unreachable", stepPointer(id), id)),
      ...tableProblems(top),
      ...joinProblems(top, workflow.steps),
    ];
  } catch (error) {
    if (!(error instanceof UnrunnableWorkflow)) throw error;
    return [workflowProblem(error.code, stepPointer(error.step), error.step)];
  }
}

function stepPointer(id: string): string {
  return `/workflow/steps/${id}`;
}

function tableProblems(table: PlannedTable): readonly Problem[] {
  const ending = statesWithEnd(table);
  return table.states.flatMap((planned) => {
    const { state, step, branches = [] } = planned;
    const inside = branches.flatMap((branch) => tableProblems(branch.table));
    const stuck = branches.some((branch) => !joins(branch.table)) ? [workflowProblem("branch-never-joins", stepPointer(step), step)] : [];
    return ending.has(state) ? [...stuck, ...inside] : [workflowProblem("step-without-end", stepPointer(step), step), ...stuck, ...inside];
  });
}

/** A way on for every end a fork can have, and no other. */
function joinProblems(table: PlannedTable, steps: Procedure["workflow"]["steps"]): readonly Problem[] {
  return table.states.flatMap(({ step: id, branches = [] }) => {
    const step = steps[id];
    if (step?.kind !== "fork") return [];
    const inside = branches.flatMap((branch) => joinProblems(branch.table, steps));
    const mayFail = branches.some((branch) => branch.table.endings.has("failed"));
    const expects = step.join === "settled" || step.next["failed"] !== undefined;
    const quorum = typeof step.join === "object" && step.join.quorum > branches.length ? [workflowProblem("quorum-too-large", `${stepPointer(id)}/join/quorum`, id)] : [];
    if (mayFail === expects) return [...quorum, ...inside];
    return [...quorum, workflowProblem(mayFail ? "fork-without-way" : "fork-never-fails", `${stepPointer(id)}/next`, id), ...inside];
  });
}

/** States of a table from which some way leads out of it. */
function statesWithEnd({ states }: PlannedTable): ReadonlySet<string> {
  const found = new Set(states.filter(leadsOut).map(({ state }) => state));
  for (let before = -1; before !== found.size; ) {
    before = found.size;
    for (const { state, ways } of states) if (ways.some(({ to }) => "state" in to && found.has(to.state))) found.add(state);
  }
  return found;
}

function leadsOut({ ways, branches = [] }: PlannedState): boolean {
  return ways.some(({ to }) => "ending" in to) || branches.some(({ table }) => [...table.endings].some((ending) => !endsBranch(ending)));
}

function joins({ endings }: PlannedTable): boolean {
  return [...endings].some(endsBranch);
}
