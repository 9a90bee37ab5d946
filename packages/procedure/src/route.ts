import type { ForkStep, Step, Target } from "./workflow.ts";

/** The part of a workflow routing reads. */
export interface Routed {
  readonly steps: Readonly<Record<string, Step>>;
}

/**
 * Where a dossier stands in its workflow: a step and, inside a fork, where each branch stands. `done` is a branch that
 * has reached `@join`.
 */
export interface Position {
  readonly step: string;
  readonly branches?: Readonly<Record<string, Position | "done">>;
}

/** How a workflow can end. */
export type RouteEnd = "completed" | "stopped" | "refused";

/** Where a move leads: a position, or an end; and the steps entered on the way, forks themselves left out. */
export interface Arrival {
  readonly position?: Position;
  readonly entered: readonly string[];
  readonly ended?: RouteEnd;
}

const ENDS: Readonly<Record<string, RouteEnd>> = { "@end": "completed", "@stop": "stopped", "@refuse": "refused" };
const JOIN = "@join";

/** Name of the fact that says whether a conditional step is entered. */
export function whenFact(step: string): string {
  return `when_${step}`;
}

/** Whether a step may be skipped: it has a `when`, or it is a consultation, which has nobody to ask in some dossiers. */
export function isConditional(step: Step): boolean {
  return step.when !== undefined || step.kind === "consult";
}

/** Where a skipped step leads: its `skip`, else the first of its `next`. */
export function skipTarget(step: Step): Target | undefined {
  return step.skip ?? Object.values(step.next as Readonly<Record<string, Target>>)[0];
}

/**
 * Enters a workflow at a target, past conditional steps whose fact does not hold and forks all of whose branches are skipped.
 * @throws RangeError when a target does not exist or skipped steps lead in a circle: the checker refuses such workflows
 */
export function enter(workflow: Routed, target: Target, facts: Readonly<Record<string, boolean>>): Arrival {
  const arrival = arrive(workflow, target, facts);
  if (arrival.position === "joined") throw new RangeError("a step outside a fork leads to @join");
  return arrival as Arrival;
}

/**
 * Moves on from a completed step.
 * @throws RangeError when the step is not open here or has no such outcome
 */
export function advance(
  workflow: Routed,
  position: Position,
  done: { readonly step: string; readonly outcome: string },
  facts: Readonly<Record<string, boolean>>,
): Arrival {
  const arrival = move({ workflow, facts, done }, position);
  if (arrival.position === "joined") throw new RangeError("a step outside a fork leads to @join");
  return arrival as Arrival;
}

/** Steps that are open at a position. */
export function openSteps(position: Position): readonly string[] {
  if (position.branches === undefined) return [position.step];
  return Object.values(position.branches).flatMap((branch) => (branch === "done" ? [] : openSteps(branch)));
}

interface Inside {
  readonly position?: Position | "joined";
  readonly entered: readonly string[];
  readonly ended?: RouteEnd;
}

interface Move {
  readonly workflow: Routed;
  readonly facts: Readonly<Record<string, boolean>>;
  readonly done: { readonly step: string; readonly outcome: string };
}

function arrive(workflow: Routed, target: Target, facts: Readonly<Record<string, boolean>>): Inside {
  const passed = new Set<string>();
  let at = target;
  for (;;) {
    const ended = ENDS[at];
    if (ended !== undefined) return { entered: [], ended };
    if (at === JOIN) return { position: "joined", entered: [] };
    const step = workflow.steps[at];
    if (step === undefined) throw new RangeError(`there is no step ${at}`);
    if (passed.has(at)) throw new RangeError(`skipped steps lead in a circle at ${at}`);
    passed.add(at);
    if (isConditional(step) && facts[whenFact(at)] !== true) {
      const next = skipTarget(step);
      if (next === undefined) throw new RangeError(`step ${at} leads nowhere when it is skipped`);
      at = next;
      continue;
    }
    if (step.kind !== "fork") return { position: { step: at }, entered: [at] };
    const fork = enterFork(workflow, at, { step, facts });
    if (fork !== undefined) return fork;
    at = step.next.joined;
  }
}

/** Enters every branch of a fork; `undefined` when all of them are done at once. */
function enterFork(
  workflow: Routed,
  id: string,
  { step, facts }: { readonly step: ForkStep; readonly facts: Readonly<Record<string, boolean>> },
): Inside | undefined {
  const entered: string[] = [];
  const branches: Record<string, Position | "done"> = {};
  for (const [name, { start }] of Object.entries(step.branches)) {
    const branch = arrive(workflow, start, facts);
    if (branch.ended !== undefined) return branch;
    branches[name] = branch.position === "joined" || branch.position === undefined ? "done" : branch.position;
    entered.push(...branch.entered);
  }
  if (Object.values(branches).every((branch) => branch === "done")) return undefined;
  return { position: { step: id, branches }, entered };
}

function move(context: Move, position: Position): Inside {
  const { workflow, facts, done } = context;
  if (position.branches === undefined) {
    if (position.step !== done.step) throw new RangeError(`step ${done.step} is not open here`);
    const next: Readonly<Record<string, Target>> | undefined = workflow.steps[done.step]?.next;
    const target = next?.[done.outcome];
    if (target === undefined) throw new RangeError(`step ${done.step} has no outcome ${done.outcome}`);
    return arrive(workflow, target, facts);
  }
  const found = Object.entries(position.branches).find(([, branch]) => branch !== "done" && openSteps(branch).includes(done.step));
  if (found === undefined) throw new RangeError(`step ${done.step} is not open here`);
  const [name, inside] = found;
  const moved = move(context, inside as Position);
  if (moved.ended !== undefined) return moved;
  const branches = { ...position.branches, [name]: moved.position === "joined" || moved.position === undefined ? ("done" as const) : moved.position };
  if (!Object.values(branches).every((branch) => branch === "done")) {
    return { position: { step: position.step, branches }, entered: moved.entered };
  }
  const joined = arrive(workflow, (workflow.steps[position.step] as ForkStep).next.joined, facts);
  return { ...joined, entered: [...moved.entered, ...joined.entered] };
}
