import type { ForkStep, Step, WorkflowFile } from "@motcua/procedure";
import { isPlainFork, joinFact } from "@motcua/procedure";
import type { Arrival, Ending } from "./arrivals.ts";
import { arrivalsAt, branchArrivals, endsBranch, forkWays } from "./arrivals.ts";
import type { CanonicalNames } from "./canonical-names.ts";
import { canonicalNames } from "./canonical-names.ts";
import { canonicalOutcomes } from "./canonical-outcomes.ts";
import { all, withFacts } from "./condition.ts";
import type { Plan, PlannedBranch, PlannedState, PlannedTable, Way } from "./plan.ts";
import { UnrunnableWorkflow } from "./unrunnable-workflow.ts";

type Workflow = Pick<WorkflowFile, "start" | "steps">;

/**
 * Finds the states of a workflow and names them by kind in the order in which they are reached, so that names an author
 * chose make no difference.
 * @throws {@link UnrunnableWorkflow} for a workflow that cannot be run; `checkWorkflow` says all that is wrong with it
 */
export function planWorkflow(workflow: Workflow): Plan {
  const names = canonicalNames();
  const top = new TablePlanner({ workflow, names, around: [] }, "").plan(arrivalsAt(workflow, workflow.start));
  refuseJoining(top, workflow.start);
  return { top, facts: names.facts() };
}

interface Planning {
  readonly workflow: Workflow;
  readonly names: CanonicalNames;
  /** Forks the table is inside of. */
  readonly around: readonly string[];
}

/** Plans one table, breadth first from its start. */
class TablePlanner {
  readonly #planning: Planning;
  readonly #prefix: string;
  /** State by step, in the order reached; it grows while it is walked. */
  readonly #reached = new Map<string, string>();
  readonly #endings = new Set<Ending>();

  constructor(planning: Planning, prefix: string) {
    this.#planning = planning;
    this.#prefix = prefix;
  }

  plan(start: readonly Arrival[]): PlannedTable {
    const entry = this.#ways(start);
    const states: PlannedState[] = [];
    for (const [step, state] of this.#reached) states.push(this.#state(step, state));
    return { prefix: this.#prefix, entry, states, endings: this.#endings };
  }

  #state(id: string, state: string): PlannedState {
    const { workflow } = this.#planning;
    const step = workflow.steps[id] as Step;
    const { kind } = step;
    if (kind !== "fork") return { state, step: id, kind, ways: this.#ways(outcomeArrivals(workflow, step)) };
    const branches = this.#branches(id, state);
    const ways = this.#ways(forkWays(workflow, id, { step }));
    return { state, step: id, kind, branches, ways, ...this.#over(id, step) };
  }

  /** A settled fork waits for every branch, and so does a plain one. */
  #over(id: string, step: ForkStep): Pick<PlannedState, "over"> {
    if (isPlainFork(step) || step.join === "settled") return {};
    return { over: Object.keys(step.next).toSorted().map((outcome) => this.#planning.names.fact(joinFact(id, outcome, false))) };
  }

  #branches(id: string, state: string): readonly PlannedBranch[] {
    const { workflow, around } = this.#planning;
    if (around.includes(id)) throw new UnrunnableWorkflow("fork-inside-itself", id, `the fork ${id} is reached from inside itself`);
    const step = workflow.steps[id] as Extract<Step, { kind: "fork" }>;
    const planning = { ...this.#planning, around: [...around, id] };
    const branches = Object.keys(step.branches).map((name, at) => ({ name, table: new TablePlanner(planning, `${state}_b${at + 1}_`).plan(branchArrivals(workflow, { fork: id, step, name })) }));
    const shared = firstShared(branches.map(({ table }) => stepsIn(table)));
    if (shared !== undefined) throw new UnrunnableWorkflow("step-of-two-branches", shared, `two branches of the fork ${id} lead to the step ${shared}`);
    for (const { table } of branches) for (const ending of table.endings) if (!endsBranch(ending)) this.#endings.add(ending);
    return branches;
  }

  #ways(arrivals: readonly Arrival[]): readonly Way[] {
    const ways = arrivals.map(({ when, to }) => ({ when: withFacts(when, this.#planning.names.fact), to: "ending" in to ? to : { state: this.#stateOf(to.step) } }));
    for (const { to } of ways) if ("ending" in to) this.#endings.add(to.ending);
    const [first] = ways;
    return first !== undefined && ways.every(({ to }) => sameGoal(to, first.to)) ? [{ when: true, to: first.to }] : ways;
  }

  #stateOf(step: string): string {
    const state = this.#reached.get(step) ?? this.#planning.names.state((this.#planning.workflow.steps[step] as Step).kind);
    this.#reached.set(step, state);
    return state;
  }
}

function refuseJoining(top: PlannedTable, start: string): void {
  if (![...top.endings].some(endsBranch)) return;
  const joins = (ways: readonly Way[]): boolean => ways.some(({ to }) => "ending" in to && endsBranch(to.ending));
  const step = top.states.find(({ ways }) => joins(ways))?.step ?? start;
  throw new UnrunnableWorkflow("join-outside-fork", step, `${step} leads to @join or @fail outside a fork`);
}

/** Where the outcomes of a step lead; outcomes that lead the same way are taken together. */
function outcomeArrivals(workflow: Workflow, step: Step): readonly Arrival[] {
  const groups = new Map<string, { readonly names: string[]; readonly arrivals: readonly Arrival[] }>();
  for (const { name, target } of canonicalOutcomes(step)) {
    const group = groups.get(target);
    if (group === undefined) groups.set(target, { names: [name], arrivals: arrivalsAt(workflow, target) });
    else group.names.push(name);
  }
  return [...groups.values()].flatMap(({ names, arrivals }) => {
    const chosen = groups.size === 1 ? true : { outcomes: names };
    return arrivals.map(({ when, to }) => ({ when: all(chosen, when), to }));
  });
}

function sameGoal(a: Way["to"], b: Way["to"]): boolean {
  return "ending" in a ? "ending" in b && a.ending === b.ending : "state" in b && a.state === b.state;
}

/** Steps of a table and of the branches inside it. */
export function stepsIn({ states }: PlannedTable): readonly string[] {
  return states.flatMap(({ step, branches = [] }) => [step, ...branches.flatMap(({ table }) => stepsIn(table))]);
}

function firstShared(lists: readonly (readonly string[])[]): string | undefined {
  const owner = new Map<string, number>();
  for (const [at, steps] of lists.entries()) {
    for (const step of steps) {
      if ((owner.get(step) ?? at) !== at) return step;
      owner.set(step, at);
    }
  }
  return undefined;
}
