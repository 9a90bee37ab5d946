import { type BranchEnd, becameOf, branchFact, type ForkMove, isEnd, joinOutcome, type Position } from "./fork-join.ts";
import type { ForkStep, Step, Target } from "./workflow.ts";

/** The part of a workflow routing reads. */
export interface Routed {
  readonly steps: Readonly<Record<string, Step>>;
}

/** How a workflow can end. */
export type RouteEnd = "completed" | "stopped" | "refused";

/** Where a move leads: a position, or an end; the steps entered on the way, forks themselves left out; and what became of forks, where there are any. */
export interface Arrival {
  readonly position?: Position;
  readonly entered: readonly string[];
  readonly ended?: RouteEnd;
  readonly forks?: readonly ForkMove[];
}

const ENDS: Readonly<Record<string, RouteEnd>> = { "@end": "completed", "@stop": "stopped", "@refuse": "refused" };
const BRANCH_ENDS: Readonly<Record<string, BranchEnd>> = { "@join": "done", "@fail": "failed" };

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
  return step.skip ?? Object.values(step.next)[0];
}

/**
 * Enters a workflow at a target, past conditional steps whose fact does not hold and forks that are over at once.
 * @throws RangeError when a target does not exist or skipped steps lead in a circle: the checker refuses such workflows
 */
export function enter(workflow: Routed, target: Target, facts: Readonly<Record<string, boolean>>): Arrival {
  return outside(arrive({ workflow, facts }, target));
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
  return outside(move({ workflow, facts, done }, position));
}

/** Steps that are open at a position. */
export function openSteps(position: Position): readonly string[] {
  if (position.branches === undefined) return [position.step];
  return Object.values(position.branches).flatMap((branch) => (isEnd(branch) ? [] : openSteps(branch)));
}

interface Ground {
  readonly workflow: Routed;
  readonly facts: Readonly<Record<string, boolean>>;
}

interface Inside {
  readonly position?: Position | BranchEnd;
  readonly entered: readonly string[];
  readonly ended?: RouteEnd;
  readonly forks?: readonly ForkMove[];
}

interface Move extends Ground {
  readonly done: { readonly step: string; readonly outcome: string };
}

function outside({ position, ...arrival }: Inside): Arrival {
  if (position === undefined) return arrival;
  if (isEnd(position)) throw new RangeError("a step outside a fork leads to @join or @fail");
  return { position, ...arrival };
}

/** An arrival with what happened to forks before it. */
function after(forks: readonly ForkMove[], arrival: Inside): Inside {
  const all = [...forks, ...(arrival.forks ?? [])];
  return all.length === 0 ? arrival : { ...arrival, forks: all };
}

function arrive(ground: Ground, target: Target): Inside {
  const { workflow, facts } = ground;
  const passed = new Set<string>();
  let forks: readonly ForkMove[] = [];
  let at = target;
  for (;;) {
    const ended = ENDS[at];
    if (ended !== undefined) return after(forks, { entered: [], ended });
    const end = BRANCH_ENDS[at];
    if (end !== undefined) return after(forks, { position: end, entered: [] });
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
    if (step.kind !== "fork") return after(forks, { position: { step: at }, entered: [at] });
    const fork = enterFork(ground, at, step);
    if (!("over" in fork)) return after(forks, fork);
    forks = [...forks, ...fork.moves, { fork: at, outcome: fork.over, passed: true }];
    at = wayOf(step, at, fork.over);
  }
}

/** Enters every branch of a fork; with its outcome when that is certain at once: then nothing in it is begun. */
function enterFork(ground: Ground, id: string, step: ForkStep): Inside | { readonly over: string; readonly moves: readonly ForkMove[] } {
  const entered: string[] = [];
  const forks: ForkMove[] = [];
  const branches: Record<string, Position | BranchEnd> = {};
  for (const [name, { start, when }] of Object.entries(step.branches)) {
    const applies = when === undefined || ground.facts[branchFact(id, name)] === true;
    const branch: Inside = applies ? arrive(ground, start) : { position: "out", entered: [] };
    if (branch.ended !== undefined) return branch;
    branches[name] = branch.position ?? "done";
    forks.push({ fork: id, branch: name, became: becameOf(branches[name]) }, ...(branch.forks ?? []));
    entered.push(...branch.entered);
  }
  const over = joinOutcome(step, branches);
  if (over === undefined) return { position: { step: id, branches }, entered, forks };
  const moves = Object.entries(branches).map(([branch, stands]) => ({ fork: id, branch, became: isEnd(stands) ? becameOf(stands) : ("cancelled" as const) }));
  return { over, moves };
}

function wayOf(step: ForkStep, id: string, outcome: string): Target {
  const way = step.next[outcome];
  if (way === undefined) throw new RangeError(`the fork ${id} has no way on where it is ${outcome}`);
  return way;
}

function move(context: Move, position: Position): Inside {
  const { workflow, done } = context;
  if (position.branches === undefined) {
    if (position.step !== done.step) throw new RangeError(`step ${done.step} is not open here`);
    const next: Readonly<Record<string, Target>> | undefined = workflow.steps[done.step]?.next;
    const target = next?.[done.outcome];
    if (target === undefined) throw new RangeError(`step ${done.step} has no outcome ${done.outcome}`);
    return arrive(context, target);
  }
  const found = Object.entries(position.branches).find(([, branch]) => !isEnd(branch) && openSteps(branch).includes(done.step));
  if (found === undefined) throw new RangeError(`step ${done.step} is not open here`);
  const [branch, inside] = found;
  const moved = move(context, inside as Position);
  if (moved.ended !== undefined) return moved;
  return joined(context, { fork: position.step, branch, branches: { ...position.branches, [branch]: moved.position ?? "done" } }, moved);
}

/** Goes on after a move in one branch: inside the fork, or by its way on where it is over with that. */
function joined(ground: Ground, { fork, branch, branches }: { readonly fork: string; readonly branch: string; readonly branches: NonNullable<Position["branches"]> }, moved: Inside): Inside {
  const step = ground.workflow.steps[fork] as ForkStep;
  const stands = branches[branch] ?? "done";
  const ended: readonly ForkMove[] = isEnd(stands) ? [{ fork, branch, became: becameOf(stands) }] : [];
  const forks = [...(moved.forks ?? []), ...ended];
  const outcome = joinOutcome(step, branches);
  if (outcome === undefined) return after(forks, { position: { step: fork, branches }, entered: moved.entered });
  const cancelled = Object.entries(branches).flatMap(([name, where]) => (isEnd(where) ? [] : cancelledIn(where, { fork, branch: name })));
  const on = arrive(ground, wayOf(step, fork, outcome));
  return after([...forks, ...cancelled, { fork, outcome, passed: false }], { ...on, entered: [...moved.entered, ...on.entered] });
}

/** A branch whose fork is over without it, and the open branches of forks inside it. */
function cancelledIn({ step, branches = {} }: Position, { fork, branch }: { readonly fork: string; readonly branch: string }): readonly ForkMove[] {
  const inner = Object.entries(branches).flatMap(([name, where]) => (isEnd(where) ? [] : cancelledIn(where, { fork: step, branch: name })));
  return [...inner, { fork, branch, became: "cancelled" }];
}
