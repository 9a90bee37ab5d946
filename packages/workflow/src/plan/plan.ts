import type { StepKind } from "@motcua/procedure";
import type { Ending } from "./arrivals.ts";
import type { Condition } from "./condition.ts";

/** A way on: to a state of the same table or to an ending. The first whose condition holds counts. */
export interface Way {
  readonly when: Condition;
  readonly to: { readonly state: string } | { readonly ending: Ending };
}

/** A state that stands for a step. */
export interface PlannedState {
  readonly state: string;
  readonly step: string;
  readonly kind: StepKind;
  readonly ways: readonly Way[];
  /** Of a fork, in the workflow's order. */
  readonly branches?: readonly PlannedBranch[];
  /** Of a fork that may be over before all of its branches have ended: the facts that say so. */
  readonly over?: readonly string[];
}

/** A fork's branch by its name in the workflow. */
export interface PlannedBranch {
  readonly name: string;
  readonly table: PlannedTable;
}

/** States among which a way may lead: the machine's own, or a branch's. */
export interface PlannedTable {
  /** Begins the names of the table's own states that stand for no step; empty for the machine's. */
  readonly prefix: string;
  /** Ways into the table by facts alone. */
  readonly entry: readonly Way[];
  readonly states: readonly PlannedState[];
  /** Endings that ways of this table and of branches inside it lead to. */
  readonly endings: ReadonlySet<Ending>;
}

/** A workflow with its states named, before it is written as a definition. */
export interface Plan {
  readonly top: PlannedTable;
  /** Fact of the machine by fact of the workflow. */
  readonly facts: Readonly<Record<string, string>>;
}
