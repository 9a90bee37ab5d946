import type { ForkStep, RouteEnd, Routed, Step, Target } from "@motcua/procedure";
import { branchFact, isConditional, isPlainFork, joinFact, skipTarget, whenFact } from "@motcua/procedure";
import type { Condition } from "./condition.ts";
import { all, any, not } from "./condition.ts";
import { UnrunnableWorkflow } from "./unrunnable-workflow.ts";

/** How a way through a table of states ends. `joined` and `failed` are ends of a fork's branch. */
export type Ending = RouteEnd | "joined" | "failed";

/** Whether an ending ends a branch and not the whole way. */
export function endsBranch(ending: Ending): ending is "joined" | "failed" {
  return ending === "joined" || ending === "failed";
}

/** Where a target may lead, with the condition under which it does. */
export interface Arrival {
  readonly when: Condition;
  readonly to: { readonly step: string } | { readonly ending: Ending };
}

const ENDINGS: Readonly<Record<string, Ending>> = { "@end": "completed", "@stop": "stopped", "@refuse": "refused", "@join": "joined", "@fail": "failed" };

/**
 * Everywhere a target may lead, past conditional steps and forks that may be skipped. The first whose condition holds
 * counts, the last one's always does. The same answer as `enter`, for all facts at once.
 * @throws {@link UnrunnableWorkflow} when a target does not exist or skipped steps lead in a circle
 */
export function arrivalsAt(workflow: Routed, target: Target, passed: readonly string[] = []): readonly Arrival[] {
  const ending = ENDINGS[target];
  if (ending !== undefined) return [{ when: true, to: { ending } }];
  const step = workflow.steps[target];
  if (step === undefined) throw new UnrunnableWorkflow("unknown-step", target, `there is no step ${target}`);
  if (passed.includes(target)) throw new UnrunnableWorkflow("skip-circle", target, `skipped steps lead in a circle at ${target}`);
  const entered = enteredAt(workflow, target, { step, passed: [...passed, target] });
  if (!isConditional(step)) return entered;
  const skip = skipTarget(step);
  if (skip === undefined) throw new UnrunnableWorkflow("unknown-step", target, `step ${target} leads nowhere when it is skipped`);
  const fact = { fact: whenFact(target) };
  return [...entered.map(({ when, to }) => ({ when: all(fact, when), to })), ...arrivalsAt(workflow, skip, [...passed, target])];
}

interface Entering {
  readonly step: Step;
  readonly passed: readonly string[];
}

function enteredAt(workflow: Routed, id: string, { step, passed }: Entering): readonly Arrival[] {
  return step.kind === "fork" ? forkArrivals(workflow, id, { step, passed }) : [{ when: true, to: { step: id } }];
}

/**
 * A fork: a branch that ends the way at once ends it. A plain one is passed when every branch joins at once; of any other
 * the dossier says whether it is over as it is entered, and how.
 */
function forkArrivals(workflow: Routed, id: string, { step, passed }: { readonly step: ForkStep; readonly passed: readonly string[] }): readonly Arrival[] {
  const branches = Object.keys(step.branches).map((name) => branchArrivals(workflow, { fork: id, step, name, passed }));
  const ended = branches.flatMap((branch) => branch.flatMap(({ to }, at) => ("ending" in to && !endsBranch(to.ending) ? [{ when: chosen(branch, at), to }] : [])));
  if (!isPlainFork(step)) return [...ended, ...forkWays(workflow, id, { step, passed }), { when: true, to: { step: id } }];
  const open = any(...branches.map((branch) => not(joinsAtOnce(branch))));
  const fork = { when: open, to: { step: id } };
  return open === true ? [...ended, fork] : [...ended, ...(open === false ? [] : [fork]), ...arrivalsAt(workflow, plainWay(step), passed)];
}

/** Where a branch of a fork may stand when the fork is entered; one that is left out has ended. */
export function branchArrivals(workflow: Routed, of: { readonly fork: string; readonly step: ForkStep; readonly name: string; readonly passed?: readonly string[] }): readonly Arrival[] {
  const { fork, step, name, passed = [] } = of;
  const branch = step.branches[name];
  if (branch === undefined) return [];
  const entered = arrivalsAt(workflow, branch.start, passed);
  return branch.when === undefined ? entered : [{ when: not({ fact: branchFact(fork, name) }), to: { ending: "joined" } }, ...entered];
}

/** Where a fork leads that was joined as the dossier says; `passed` where it was over as it was entered. */
export function forkWays(workflow: Routed, id: string, { step, passed }: { readonly step: ForkStep; readonly passed?: readonly string[] }): readonly Arrival[] {
  if (isPlainFork(step)) return arrivalsAt(workflow, plainWay(step));
  return Object.entries(step.next).toSorted(([a], [b]) => (a < b ? -1 : 1)).flatMap(([outcome, target]) => {
    const fact = { fact: joinFact(id, outcome, passed !== undefined) };
    return arrivalsAt(workflow, target, passed).map(({ when, to }) => ({ when: all(fact, when), to }));
  });
}

function plainWay({ next }: ForkStep): Target {
  return Object.values(next)[0] ?? "@end";
}

function joinsAtOnce(branch: readonly Arrival[]): Condition {
  return any(...branch.flatMap(({ to }, at) => ("ending" in to && to.ending === "joined" ? [chosen(branch, at)] : [])));
}

/** When the arrival at a place of the list is the one that counts. */
function chosen(arrivals: readonly Arrival[], at: number): Condition {
  return all(...arrivals.slice(0, at).map(({ when }) => not(when)), arrivals[at]?.when ?? false);
}
