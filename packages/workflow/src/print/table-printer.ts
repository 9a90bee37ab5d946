import type { StepKind } from "@motcua/procedure";
import type { ChoiceRule, Exit, State, StateTable } from "../definition.ts";
import type { RouteEnd } from "@motcua/procedure";
import { endsBranch, type Ending } from "../plan/arrivals.ts";
import type { PlannedState, PlannedTable, Way } from "../plan/plan.ts";
import { endingError, endingState } from "./ending-state.ts";
import { conditionText, jsonata } from "./expressions.ts";
import { FAILED, LOST } from "./failure-states.ts";
import { branchEnd, ENDS_FORK, whenOver } from "./fork-over.ts";
import { waitingState } from "./waiting-state.ts";

/** Where the execution's position stands for a table: of the machine itself, or of a fork's branch by its index. */
export interface TablePlace {
  readonly branch?: number;
  /** Of a branch whose end may end its fork: the facts that say so. */
  readonly over?: readonly string[];
}

/** Writes one table of states: those that stand for steps, and the choices and endings around them. */
export class TablePrinter {
  readonly #table: PlannedTable;
  readonly #at: string;
  readonly #over: readonly string[] | undefined;
  readonly #states: Record<string, State> = {};
  /** Endings and failures some state leads to. */
  readonly #wanted = new Map<string, State>();

  constructor(table: PlannedTable, { branch, over }: TablePlace = {}) {
    this.#table = table;
    this.#over = over;
    this.#at = branch === undefined ? "$states.input.at" : `$states.input.at.branches[${branch}]`;
  }

  print(): StateTable {
    const start = `${this.#table.prefix}enter`;
    const inside = this.#table.prefix !== "";
    this.#states[start] = this.#choice(inside ? this.#table.entry : [], this.#positions(inside));
    for (const planned of this.#table.states) this.#state(planned);
    return { StartAt: start, States: { ...this.#states, ...Object.fromEntries(this.#wanted) } };
  }

  /** An execution begins wherever the dossier stands. A branch that has joined before begins at its end. */
  #positions(inside: boolean): readonly ChoiceRule[] {
    const rules = this.#table.states.map(({ state, branches }) => ({
      Condition: jsonata(`${this.#at}.state = '${state}'`),
      Next: state,
      ...(branches === undefined || !inside ? {} : { Output: { after: jsonata("$states.input.after"), facts: jsonata("$states.input.facts"), at: jsonata(this.#at) } }),
    }));
    return inside ? [...rules, { Condition: jsonata(`${this.#at}.state = 'done'`), Next: this.#ending("joined") }] : rules;
  }

  #state(planned: PlannedState): void {
    const { state, ways, branches } = planned;
    const [only] = ways;
    const alone = ways.length === 1 && only !== undefined ? this.#exit(only) : undefined;
    const exit = alone ?? { Next: `${state}_next` };
    this.#states[state] = branches === undefined ? this.#waiting(planned, exit) : this.#fork({ branches, ...planned }, exit);
    if (alone === undefined) this.#states[`${state}_next`] = this.#choice(ways);
  }

  #waiting({ state, kind }: PlannedState, exit: Exit): State {
    return waitingState({ state, kind: kind as Exclude<StepKind, "fork"> }, exit, this.#extra("failed", FAILED));
  }

  /** Branches side by side; what follows goes by the answer that came last, or by the one that ended the fork. */
  #fork({ branches, ways, over }: PlannedState & Required<Pick<PlannedState, "branches">>, exit: Exit): State {
    const ended = new Set(branches.flatMap(({ table }) => [...table.endings].filter((ending): ending is RouteEnd => !endsBranch(ending))));
    const caught = [...ended].map((ending) => ({ ErrorEquals: [endingError(ending)], Next: this.#ending(ending) }));
    const [only] = ways;
    const next = "Next" in exit ? exit.Next : only === undefined ? "" : this.#goal(only.to);
    const rules = over === undefined ? caught : [whenOver(next), ...caught];
    return {
      Type: "Parallel",
      Branches: branches.map(({ table }, branch) => new TablePrinter(table, { branch, ...(over === undefined ? {} : { over }) }).print()),
      Output: jsonata("$reduce($states.result, function($last, $next) { $next.after > $last.after ? $next : $last })"),
      ...(rules.length === 0 ? {} : { Catch: rules }),
      ...exit,
    };
  }

  /** The only way on as an exit of the state itself; a way that always holds needs no Choice. */
  #exit({ when, to }: Way): Exit | undefined {
    if (when !== true) return undefined;
    if ("state" in to) return { Next: to.state };
    const ends = endingState(to.ending, this.#table.prefix).Type === "Succeed" && (this.#over === undefined || !endsBranch(to.ending));
    return ends ? { End: true } : { Next: this.#ending(to.ending) };
  }

  #choice(ways: readonly Way[], before: readonly ChoiceRule[] = []): State {
    const always = ways.find(({ when }) => when === true);
    const rules = ways.filter((way) => way !== always).map(({ when, to }) => ({ Condition: jsonata(conditionText(when)), Next: this.#goal(to) }));
    return { Type: "Choice", Choices: [...before, ...rules], Default: always === undefined ? this.#extra("lost", LOST) : this.#goal(always.to) };
  }

  #goal(to: Way["to"]): string {
    return "state" in to ? to.state : this.#ending(to.ending);
  }

  #ending(ending: Ending): string {
    if (!endsBranch(ending)) return this.#extra(ending, endingState(ending, this.#table.prefix));
    if (this.#over === undefined) return this.#extra("joined", endingState(ending, this.#table.prefix));
    const to = { fork: this.#extra("over", ENDS_FORK), branch: this.#extra("alone", { Type: "Succeed" }) };
    return this.#extra("joined", branchEnd(this.#over, to));
  }

  #extra(name: string, state: State): string {
    const full = `${this.#table.prefix}${name}`;
    this.#wanted.set(full, state);
    return full;
  }
}
